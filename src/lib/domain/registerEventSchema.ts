import * as v from 'valibot';
import { communeOf } from './communes.ts';
import { isCountry, isNationality } from './countries.ts';
import { isCalendarDate, isPartialDate } from './dates.ts';

/** Why a line of a register file is put aside, in the order in which the codes are given. */
export const quarantineCodes = [
	'broken_line',
	'missing_field',
	'unknown_value',
	'wrong_date',
	'wrong_check_number',
	'unknown_commune',
	'no_name',
	'same_id_other_content',
] as const;

/** One of these reasons. */
export type QuarantineCode = (typeof quarantineCodes)[number];

/** Longer than any name, street or id of a register; a longer one is no text of theirs, and no page or letter holds it. */
const longestText = 200;

/** Nothing where something must be is a missing field; something else than what can be there has its own code. */
const or = (code: QuarantineCode) => (issue: v.BaseIssue<unknown>) =>
	issue.input === undefined || issue.input === null ? 'missing_field' : code;
const unknown = or('unknown_value');

/** NUL and lone surrogates cannot be stored or printed as they came, and nothing here may change a name. */
const text = v.pipe(
	v.string(unknown),
	v.check((value) => value.isWellFormed() && !value.includes('\0'), 'unknown_value'),
	v.maxLength(longestText, 'unknown_value'),
);
const filled = v.pipe(
	text,
	v.check((value) => value.trim() !== '', 'missing_field'),
);
const date = v.custom<string>(isCalendarDate, or('wrong_date'));
const flag = v.boolean(unknown);
const country = v.pipe(v.string(unknown), v.check(isCountry, 'unknown_value'));
const name = v.nullish(
	v.pipe(
		text,
		v.transform((value) => (value.trim() === '' ? null : value)),
	),
	null,
);
const optionalText = v.nullish(text, null);

const family = {
	relation: v.picklist(['spouse', 'registered_partner', 'descendant', 'ascendant'], unknown),
	registeredIn: v.nullish(country, null),
	dependent: flag,
	sponsorIsMinor: flag,
};

const fact = v.variant(
	'kind',
	[
		v.object({ kind: v.literal('family_of_eu_citizen'), ...family }, unknown),
		v.object({ kind: v.literal('family_of_belgian'), ...family, usedFreeMovement: flag }, unknown),
		v.object({ kind: v.literal('eu_long_term_resident'), memberState: country }, unknown),
		v.object({ kind: v.literal('integration_certificate'), issuer: filled }, unknown),
		v.object({ kind: v.literal('belgian_diploma') }, unknown),
	],
	unknown,
);

const permitReasons = [
	'au_pair',
	'working_holiday',
	'temporary_protection',
	'student',
	'family',
	'work',
	'asylum',
	'other',
] as const;

const permit = v.object(
	{
		card: filled,
		reason: v.nullish(v.picklist(permitReasons, unknown), null),
		validFrom: date,
		validUntil: v.nullish(date, null),
	},
	unknown,
);

const address = v.pipe(
	v.unknown(),
	// A list has none of these fields, of which none has to be there: an object it is not.
	v.check((given) => !Array.isArray(given), 'unknown_value'),
	v.object(
		{ street: optionalText, number: optionalText, box: optionalText, postcode: optionalText },
		unknown,
	),
);

const person = v.object(
	{
		nationalNumber: v.nullish(v.string('wrong_check_number'), null),
		familyName: name,
		givenNames: name,
		birthDate: v.custom<string>(isPartialDate, or('wrong_date')),
		sex: v.nullish(v.picklist(['F', 'M', 'X'], unknown), null),
		nationalities: v.pipe(
			v.array(v.pipe(v.string(unknown), v.check(isNationality, 'unknown_value')), unknown),
			v.minLength(1, 'missing_field'),
		),
		languages: v.nullish(v.array(filled, unknown), () => []),
		address: v.nullish(address, null),
	},
	unknown,
);

/** The form of one event (halte-intake/1); each issue carries its quarantine code as its message. */
export const registerEvent = v.object(
	{
		eventId: filled,
		recordedOn: date,
		commune: v.pipe(
			v.string(or('unknown_commune')),
			v.check((nis) => communeOf(nis) !== undefined, 'unknown_commune'),
		),
		person,
		registration: v.object(
			{
				register: v.picklist(['foreigners', 'waiting', 'population'], unknown),
				first: flag,
				firstRegisteredOn: date,
				// "No title" changes the decision, so it has to be said, not left out.
				permit: v.nullable(permit),
			},
			unknown,
		),
		legalStaySince: v.nullish(date, null),
		facts: v.array(fact, unknown),
	},
	unknown,
);

import * as v from 'valibot';
import { communeOf } from './communes.ts';
import { isCountry, isNationality } from './countries.ts';
import { isCalendarDate, isPartialDate } from './dates.ts';
import { isNationalNumber } from './nationalNumber.ts';
import { refuse, ok, type Result } from './result.ts';

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

export type QuarantineCode = (typeof quarantineCodes)[number];

/** What is refused of a line: all its codes, each once, and the event's id where it could be read. */
export type Quarantine = { codes: QuarantineCode[]; eventId: string | null };

/** One event of a register file (halte-intake/1). What was left out of the line is null. */
export type RegisterEvent = v.InferOutput<typeof registerEvent>;
export type PersonFacts = RegisterEvent['person'];
export type Permit = NonNullable<RegisterEvent['registration']['permit']>;
export type Fact = RegisterEvent['facts'][number];
export type FamilyFact = Extract<Fact, { relation: string }>;

const longestId = 200;

/** Nothing where something must be is a missing field; something else than what can be there has its own code. */
const or = (code: QuarantineCode) => (issue: v.BaseIssue<unknown>) =>
	issue.input === undefined || issue.input === null ? 'missing_field' : code;
const unknown = or('unknown_value');

/** NUL and lone surrogates cannot be stored or printed as they came, and nothing here may change a name. */
const text = v.pipe(
	v.string(unknown),
	v.check((value) => value.isWellFormed() && !value.includes('\0'), 'unknown_value'),
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

const address = v.object(
	{ street: optionalText, number: optionalText, box: optionalText, postcode: optionalText },
	unknown,
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

const registerEvent = v.object(
	{
		eventId: v.pipe(filled, v.maxLength(longestId, 'unknown_value')),
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

/**
 * Takes the bytes of one line of a register file, without its line feed, and returns its event, or refuses it
 * with every quarantine code that applies. Whether the same id came before with other content is not seen here.
 */
export function readRegisterLine(line: Uint8Array): Result<RegisterEvent, 'quarantined', Quarantine> {
	const value = parseLine(line);
	if (!isObject(value)) return putAside(new Set(['broken_line']), null);
	const parsed = v.safeParse(registerEvent, value, { abortPipeEarly: true });
	const codes = new Set<string>([
		...(parsed.issues ?? []).map((issue) => issue.message),
		...(isObject(value.person) ? personFaults(value.person) : []),
	]);
	if (parsed.success && codes.size === 0) return ok(parsed.output);
	return putAside(codes, idOf(value.eventId));
}

/**
 * Takes an event and returns its content as one text: two lines say the same exactly when these texts are
 * equal, whatever their spaces, the order of their fields, or nulls written or left out.
 */
export function contentOf(event: RegisterEvent): string {
	// The schema writes the fields in its own order. A field added to it changes the content of old lines.
	return JSON.stringify(event);
}

function putAside(codes: Set<string>, eventId: string | null) {
	return refuse('quarantined', { codes: quarantineCodes.filter((code) => codes.has(code)), eventId });
}

/** Faults that show only when two fields are read together, found also where other fields are wrong. */
function personFaults(raw: Record<string, unknown>): QuarantineCode[] {
	const faults: QuarantineCode[] = [];
	const { nationalNumber, birthDate } = raw;
	const year = typeof birthDate === 'string' && /^\d{4}-/.test(birthDate) ? birthDate : undefined;
	if (typeof nationalNumber === 'string' && !isNationalNumber(nationalNumber, year)) {
		faults.push('wrong_check_number');
	}
	if (isBlank(raw.familyName) && isBlank(raw.givenNames)) faults.push('no_name');
	return faults;
}

function parseLine(line: Uint8Array): unknown {
	try {
		// fatal: bytes that are not UTF-8 must not turn silently into question marks in somebody's name.
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
	} catch {
		return undefined;
	}
}

function idOf(value: unknown): string | null {
	const parsed = v.safeParse(registerEvent.entries.eventId, value);
	return parsed.success ? parsed.output : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

import * as v from 'valibot';
import type { PartialDate } from '#lib/domain/dates.ts';
import { normaliseLetterCode } from '#lib/domain/letterCode.ts';
import { faultOfDate, readTypedDate } from '#lib/domain/typedDate.ts';
import type { DateFault } from '#lib/domain/typedDate.ts';
import type { Draft } from './draft.ts';

/** The sign-in form as typed, to be shown again as it was. */
export type TypedSignIn = {
	code: string;
	birthDate: { day: string; month: string; year: string };
	sharedDevice: boolean;
};

/** What is to be put right, field by field, before anything is looked up: it says nothing about any dossier. */
export type SignInFault = {
	field: 'code' | 'birthDate';
	reason: 'code_missing' | 'code_incomplete' | 'birth_date_missing' | `birth_date_${DateFault}`;
};

/** Why the form was refused: what is to be put right, or the service's own reason, and until when it rests. */
export type SignInRefusal = {
	faults: SignInFault[];
	reason: 'code_or_date_wrong' | 'too_many_tries' | null;
	until: string | null;
};

/** What the service is asked with. */
export type ReadSignIn = { code: string; birthDate: PartialDate; sharedDevice: boolean };

const first = v.pipe(
	v.fallback(v.array(v.string()), []),
	v.transform((values) => values[0] ?? ''),
);
const schema = v.object({
	code: v.optional(first, []),
	'birthDate-day': v.optional(first, []),
	'birthDate-month': v.optional(first, []),
	'birthDate-year': v.optional(first, []),
	sharedDevice: v.optional(first, []),
});

/** Takes the fields of the form, or of a draft of it, and returns them as typed. */
export const typedSignIn = (fields: Draft): TypedSignIn => {
	const form = v.parse(schema, fields);
	return {
		code: form.code,
		birthDate: {
			day: form['birthDate-day'],
			month: form['birthDate-month'],
			year: form['birthDate-year'],
		},
		sharedDevice: form.sharedDevice === 'yes',
	};
};

/** Takes what was typed and returns it read, or all of its faults at once. */
export const readSignIn = ({ code: shown, birthDate: parts, sharedDevice }: TypedSignIn) => {
	const code = normaliseLetterCode(shown);
	const birthDate = readTypedDate(parts);
	if (code && birthDate) return { ok: true, value: { code, birthDate, sharedDevice } } as const;
	const faults: SignInFault[] = [];
	if (!code) faults.push({ field: 'code', reason: shown.trim() ? 'code_incomplete' : 'code_missing' });
	if (!birthDate) {
		const empty = Object.values(parts).every((part) => part.trim() === '');
		const reason = empty ? 'birth_date_missing' : (`birth_date_${faultOfDate(parts)}` as const);
		faults.push({ field: 'birthDate', reason });
	}
	return { ok: false, faults } as const;
};

import { parsePhoneNumberWithError, ParseError } from 'libphonenumber-js/max';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

/** A telephone number in international form without spaces, "+32470123456" (ITU-T E.164). */
export type PhoneNumber = string;

/** Why a number was refused. */
export type PhoneNumberReason =
	| 'number_missing'
	| 'number_not_a_number'
	| 'number_too_short'
	| 'number_too_long'
	| 'number_unknown_country'
	| 'number_not_belgian'
	| 'number_costs_extra';

const reasons: Record<string, PhoneNumberReason> = {
	NOT_A_NUMBER: 'number_not_a_number',
	INVALID_COUNTRY: 'number_unknown_country',
	TOO_SHORT: 'number_too_short',
	TOO_LONG: 'number_too_long',
	INVALID_LENGTH: 'number_too_short',
};

/** Marks that turn the writing direction, joiners and other signs without a width. */
const invisible = /\p{Cf}/gu;

/**
 * Takes what someone typed, in digits of any script, and returns the number; without a country code it is Belgian.
 * Refuses what no telephone could ring and numbers that cost the caller extra, and gives the reason.
 */
export function readPhoneNumber(typed: string): Result<PhoneNumber, PhoneNumberReason> {
	const text = typed.slice(0, 100).normalize('NFKC').replace(invisible, '').trim();
	if (text === '') return refuse('number_missing');
	try {
		const number = parsePhoneNumberWithError(text, { defaultCountry: 'BE', extract: false });
		if (!number.isPossible())
			return refuse(number.nationalNumber.length > 9 ? 'number_too_long' : 'number_too_short');
		const isWrongBelgian = number.countryCallingCode === '32' && !number.isValid();
		// A Belgian mobile number that misses a digit has the length of a landline of Liège, but is none.
		if (isWrongBelgian && /^4\d{7}$/.test(number.nationalNumber)) return refuse('number_too_short');
		// Nine digits after the zero are a Belgian mobile number, which begins with 4, or another country's without its code.
		if (isWrongBelgian && /^[^4]\d{8}$/.test(number.nationalNumber)) return refuse('number_not_belgian');
		if (number.getType() === 'PREMIUM_RATE') return refuse('number_costs_extra');
		return ok(number.number);
	} catch (error) {
		if (!(error instanceof ParseError)) throw error;
		return refuse(reasons[error.message] ?? 'number_not_a_number');
	}
}

/** Takes a number and returns it as people here write it: Belgian ones as dialled in Belgium, others with their country code. */
export function showPhoneNumber(number: PhoneNumber): string {
	const parsed = parsePhoneNumberWithError(number);
	return parsed.countryCallingCode === '32' ? parsed.formatNational() : parsed.formatInternational();
}

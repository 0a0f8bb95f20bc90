import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEmailAddress } from '#lib/domain/emailAddress.ts';
import { readPhoneNumber, showPhoneNumber } from '#lib/domain/phoneNumber.ts';

describe('telephone numbers', () => {
	it.each([
		['0470 12 34 56', '+32470123456'],
		['0470/12.34.56', '+32470123456'],
		['+32 (0)470 12 34 56', '+32470123456'],
		['0032470123456', '+32470123456'],
		['٠٤٧٠ ١٢ ٣٤ ٥٦', '+32470123456'],
		['۰۴۷۰۱۲۳۴۵۶', '+32470123456'],
		['\u202A0470 12 34 56\u202C', '+32470123456'],
		['+963 944 123 456', '+963944123456'],
		['00963944123456', '+963944123456'],
		['+291 7 123 456', '+2917123456'],
		['+251 91 123 4567', '+251911234567'],
		['+383 44 123 456', '+38344123456'],
		['+33 6 12 34 56 78', '+33612345678'],
		['02 549 67 00', '+3225496700'],
		['04 223 00 00', '+3242230000'],
		['02 000 00 00', '+3220000000'],
	])('reads %s', (typed, number) => expect(readPhoneNumber(typed)).toEqual({ ok: true, value: number }));

	it.each([
		['', 'number_missing'],
		[' \u200e ', 'number_missing'],
		['112', 'number_too_short'],
		['0470 12 34 5', 'number_too_short'],
		['0470 12 34 56 78', 'number_too_long'],
		['0900 12345', 'number_costs_extra'],
		['+999 123 456', 'number_unknown_country'],
		['06 12 34 56 78', 'number_not_belgian'],
		['+32 6 12 34 56 78', 'number_not_belgian'],
		['Omar', 'number_not_a_number'],
		['\ud800', 'number_not_a_number'],
		['\u0000', 'number_not_a_number'],
	])('refuses %j with %s', (typed, reason) => expect(readPhoneNumber(typed)).toEqual({ ok: false, reason }));

	it('shows Belgian numbers as dialled here, others with their country code', () => {
		expect(showPhoneNumber('+32470123456')).toBe('0470 12 34 56');
		expect(showPhoneNumber('+963944123456')).toBe('+963 944 123 456');
	});

	it('never throws, and reads what it showed', () =>
		fc.assert(
			fc.property(
				fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.stringMatching(/^[+0-9 ()]{0,20}$/)),
				(typed) => {
					const number = readPhoneNumber(typed);
					if (number.ok) expect(readPhoneNumber(showPhoneNumber(number.value))).toEqual(number);
				},
			),
		));
});

describe('e-mail addresses', () => {
	it.each([
		[' Omar.Haddad@Example.BE ', 'omar.haddad@example.be'],
		['\u202Aomar@example.be\u202C', 'omar@example.be'],
		['用户@例子.测试', '用户@例子.测试'],
	])('reads %s', (typed, address) => expect(readEmailAddress(typed)).toEqual({ ok: true, value: address }));
	it.each([
		['', 'email_missing'],
		['omar', 'email_not_an_address'],
		['omar@example', 'email_not_an_address'],
		['omar@@example.be', 'email_not_an_address'],
		['omar @example.be', 'email_not_an_address'],
		[`${'a'.repeat(250)}@example.be`, 'email_not_an_address'],
	])('refuses %j with %s', (typed, reason) => expect(readEmailAddress(typed)).toEqual({ ok: false, reason }));
});

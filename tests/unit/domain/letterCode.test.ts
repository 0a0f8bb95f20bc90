import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newLetterCode, normaliseLetterCode, showLetterCode } from '#lib/domain/letterCode.ts';

const anyCode = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => newLetterCode(() => bytes));

test('a new code is twelve symbols, shown in groups of four', () => {
	expect(newLetterCode(() => Uint8Array.from({ length: 12 }, (_, place) => place * 21))).toMatch(
		/^[0-9A-HJKMNP-TV-Z]{12}$/,
	);
	expect(showLetterCode('K7Q2MX94TPAB')).toBe('K7Q2-MX94-TPAB');
});

test('every code is understood as shown, in lower case, with other dashes and with spaces', () => {
	fc.assert(
		fc.property(anyCode, (code) => {
			const shown = showLetterCode(code);
			for (const typed of [
				shown,
				code,
				shown.toLowerCase(),
				shown.replaceAll('-', ' – '),
				shown.replaceAll('-', '\u00A0'),
				`\u2066${shown.replaceAll('-', '\u2011')}\u2069\n`,
			])
				expect(normaliseLetterCode(typed)).toBe(code);
		}),
	);
});

test.each([
	['O0oI-1lL2-TPAB', '000111' + '12TPAB'],
	['٠١٢٣-٤٥٦٧-٨٩AB', '0123456789AB'],
	['۰۱۲۳-۴۵۶۷-۸۹AB', '0123456789AB'],
	['АВСЕ-НКМР-ТХУО', 'ABCEHKMPTXY0'],
	['K7Q2−MX94·TPAB', 'K7Q2MX94TPAB'],
])('%s is read as %s', (typed, code) => expect(normaliseLetterCode(typed)).toBe(code));

test.each([
	'',
	'K7Q2-MX94-TPA',
	'K7Q2-MX94-TPABC',
	'K7Q2-MX94-TPAU',
	'K7Q2-MX94-TP\u0000B',
	'x'.repeat(100_000),
])('what cannot be a code is refused', (typed) => expect(normaliseLetterCode(typed)).toBeNull());

import fc from 'fast-check';

/** Encodes a text as a form would, but lets through what no form could send: halves of characters (as WTF-8). */
const encode = (text: string): string =>
	[...text]
		.map((character) => {
			const code = character.codePointAt(0) ?? 0;
			if (code < 0xd800 || code > 0xdfff) return encodeURIComponent(character);
			return [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]
				.map((byte) => `%${byte.toString(16)}`)
				.join('');
		})
		.join('');

/** Writes fields as the body of a form. */
export const formBody = (fields: readonly (readonly [name: string, value: string])[]): string =>
	fields.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');

const names = [
	...[
		'N',
		'Ng',
		'X Æ',
		'O’Brien',
		"d'Hondt",
		'Müller-Lüdenscheidt',
		'María José de los Ángeles',
		'Иван Ïванів',
	],
	...['محمد', 'پرویز', 'ښکلا', 'ገብረሂወት', '李', 'နန္ဒာ', 'ᚠᚢᚦ', '🙂', 'a\u0301\u0323', 'ﷺ', '𝒩𝒶𝓂ℯ'],
	'Wolfeschlegelsteinhausenbergerdorff'.padEnd(60, 'a'),
];
const nasty = [
	...[
		'',
		' ',
		'\t',
		'\r\n',
		'\u0000',
		'a\u0000b',
		'\u202eabc',
		'\u2066x\u2069',
		'\ufeff',
		'\ufffd',
		'\u200b',
	],
	...[
		'\ud800',
		'x\udfff',
		'\uffff',
		'null',
		'undefined',
		'NaN',
		'-1',
		'1e309',
		'0x10',
		'__proto__',
		'constructor',
	],
	...[
		"'; drop table dossier; --",
		'<script>alert(1)</script>',
		'{{7*7}}',
		'${7*7}',
		'../../etc/passwd',
		'%00',
		'%s%n',
	],
	...['https://elsewhere.example', '//elsewhere.example', 'javascript:alert(1)', '\\\\elsewhere'],
];
const dates = [
	'0',
	'31',
	'32',
	'13',
	'99',
	'2',
	'29',
	'1900',
	'2100',
	'0000',
	'85',
	'٣٠',
	'۱۲',
	'፩',
	'๓๐',
	'1.5',
	'+1',
];
const telephones = [
	'112',
	'0032 2 000 00 00',
	'+251911000000',
	'٠٤٧٠١٢٣٤٥٦',
	'+',
	'00',
	'1'.repeat(40),
	'call me',
];
const huge = ['x'.repeat(5_000), 'ሀ'.repeat(5_000), '\u0301'.repeat(3_000), '🙂'.repeat(2_000)];

/** Anything a person, a device or a joker may put into a field. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...names, ...nasty, ...dates, ...telephones) },
	{ weight: 1, arbitrary: fc.constantFrom(...huge) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
	{ weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
);

/** Whether a text survives a form and a page unchanged by the rules of HTML alone. */
export const survivesHtml = (text: string): boolean =>
	text.isWellFormed() && !/[\p{Cc}\p{Cs}\p{Co}\ufdd0-\ufdef\ufffe\uffff]/u.test(text);

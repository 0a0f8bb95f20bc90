import { expect, test } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { statuses } from '#lib/domain/status.ts';
import { letterPdf } from '#lib/server/documents/letterPdf.ts';
import { typeset } from '#lib/server/documents/typst.ts';
import { letterOf } from '../../support/letters.ts';
import { textsOutside } from '../../support/pdf.ts';

const setting = { operator: 'Cocom / GGC', demonstration: true };
const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pagesOf = (pdf: Uint8Array) => textOf(pdf).match(/\/Type\s*\/Page\b/g)?.length;

test.each(languages)('the letter for a reader of %s is a tagged PDF/UA on one sheet', async (language) => {
	const pdf = await letterPdf(
		letterOf({ language, letterLanguage: language === 'nl' ? 'nl' : 'fr' }),
		setting,
	);
	const text = textOf(pdf);
	expect(text.slice(0, 5)).toBe('%PDF-');
	for (const needed of ['/StructTreeRoot', '/MarkInfo', '/Lang', 'pdfuaid:part', '/ViewerPreferences'])
		expect(text, needed).toContain(needed);
	expect(pagesOf(pdf)).toBeLessThanOrEqual(2);
});

test.each(languages)(
	'with a date to keep and a counter, the letter in %s stays on one page',
	async (language) => {
		const pdf = await letterPdf(
			letterOf({
				language,
				letterLanguage: language === 'nl' ? 'nl' : 'fr',
				status: 'running',
				confirmedOn: '2026-02-25',
				deadline: { step: 'registration', on: '2026-09-30', source: 'estimate', printedOn: null, movedBy: 0 },
				counter: {
					id: 'etterbeek',
					kind: 'commune',
					commune: '21005',
					email: null,
					hours: null,
					languages: [],
					stepFree: null,
					lastChecked: null,
					demonstration: true,
					nameFr: 'Commune : Etterbeek (démonstration)',
					nameNl: 'Gemeente: Etterbeek (demonstratie)',
					street: 'Place de la Démonstration',
					number: '15',
					postcode: '1040',
					phone: '+3220000015',
					postAddress: null,
				},
			}),
			setting,
		);
		expect(pagesOf(pdf)).toBe(1);
	},
);

test.each(statuses.filter((status) => status !== 'closed'))(
	'every status has its letter: %s',
	async (status) => {
		const pdf = await letterPdf(
			letterOf({
				status,
				confirmedOn: '2026-02-20',
				mayFollowVoluntarily: true,
				deadline: { step: 'registration', on: '2026-08-20', source: 'estimate', printedOn: null, movedBy: 0 },
			}),
			setting,
		);
		expect(pdf.length).toBeGreaterThan(10_000);
	},
);

test.each([
	['one name of one letter', { familyName: 'O', givenNames: null }],
	['sixty letters', { familyName: 'Ayyıldız'.repeat(7) + 'abcd', givenNames: 'Ω' }],
	['source text', { familyName: '#import "/etc/passwd" $x$ *a* _b_ @c <d>', givenNames: '\\u{202E}]' }],
	[
		'control and direction characters',
		{ familyName: 'Ab\u0000\u0007\u202Ecd\u2066', givenNames: '\uFEFF\uFFFE' },
	],
	['half a character', { familyName: 'x\uD800y', givenNames: '\uDFFF' }],
	['four scripts', { familyName: 'احمدی Георгиева', givenNames: 'ተስፋይ Łukasz' }],
	['a script the fonts of Halte do not have', { familyName: '王小明', givenNames: 'გიორგი' }],
	['a script no font of any machine has', { familyName: '𐘀𐘁', givenNames: '𔐀' }],
])('a name with %s is printed', async (_, name) => {
	const pdf = await letterPdf(letterOf({ person: { ...letterOf().person, ...name } }), setting);
	expect(pagesOf(pdf)).toBeLessThanOrEqual(2);
});

test.each([
	['fr', 'Ramanantsoamiafaramananirinaharisoarakotoarimananamandimbyso'],
	['ar', 'W'.repeat(60)],
	['ti', 'ሥ'.repeat(60)],
] as const)(
	'a name of sixty letters in one word stays on the sheet, for a reader of %s',
	async (language, familyName) => {
		const person = { ...letterOf().person, familyName, givenNames: null };
		expect(await textsOutside(await letterPdf(letterOf({ person, language }), setting), 20)).toEqual([]);
	},
);

test('somebody without an address gets the letter at the counter', async () => {
	const person = { ...letterOf().person, address: null };
	expect((await letterPdf(letterOf({ person }), setting)).length).toBeGreaterThan(10_000);
});

test('the standard refuses a picture without words for it', () => {
	const data = {
		...{ dossier: 'D', commune: '', sender: ['A'], returnAddress: '', address: ['A'], demonstration: false },
		...{ code: 'X', qr: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', size: 12 },
		contact: { counter: null, phone: null, post: null },
		languages: [
			{
				...{
					language: 'fr',
					script: 'latin',
					rightToLeft: false,
					title: 'T',
					dated: [],
					greeting: '',
					status: '',
				},
				...{ what: [], codeLabel: 'C', codeNote: '', qrAlt: '', stepsTitle: 'S', steps: [], humanTitle: 'H' },
				...{ human: [], notes: [], demonstration: '' },
				ways: { counter: 'A', phone: 'B', post: 'C' },
				waysUnknown: { counter: 'A', phone: 'B', post: 'C' },
			},
		],
	};
	expect(() => typeset('letter', data).pdf()).toThrow(/alt/i);
	const described = { ...data, languages: data.languages.map((words) => ({ ...words, qrAlt: 'QR' })) };
	expect(typeset('letter', described).pdf().length).toBeGreaterThan(1_000);
});

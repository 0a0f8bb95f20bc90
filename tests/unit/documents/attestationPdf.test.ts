import { expect, test } from 'vitest';
import { attestationKinds } from '#lib/domain/attestation/claims.ts';
import { showReference } from '#lib/domain/attestation/reference.ts';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { attestationPdf } from '#lib/server/documents/attestationPdf.ts';
import { attestationWords, languagesOf } from '#lib/server/documents/attestationWords.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { longestNames, paperOf } from '../../support/papers.ts';
import { fontsOf, pagesOf, readQrOf, structureOf } from '../../support/pdf.ts';

const setting = { operator: 'Cocom / GGC', demonstration: true, origin: 'https://halte.example' };
/** The paper that says most: a course with its level and its hours. */
const courseOf = () =>
	paperOf({ kind: 'language_course', hours: 240, level: 'A1.1' }, { courseLanguage: 'fr' });
const officialOf = (language: Language) => (language === 'nl' ? ('nl' as const) : ('fr' as const));

test.each(languages)('in %s the paper says the same to a screen reader as it did', async (language) => {
	const pdf = await attestationPdf(
		{ ...(await courseOf()), official: officialOf(language) },
		language,
		setting,
	);
	await expect(`${(await structureOf(pdf)).join('\n')}\n`).toMatchFileSnapshot(
		`../../golden/attestation.${language}.txt`,
	);
	const raw = Buffer.from(pdf).toString('latin1');
	for (const needed of ['/StructTreeRoot', '/MarkInfo', '/Lang', 'pdfuaid:part', '/ViewerPreferences'])
		expect(raw, needed).toContain(needed);
});

const faces: Record<string, string[]> = {
	latin: ['NotoSans-Bold', 'NotoSans-Regular'],
	cyrillic: ['NotoSans-Bold', 'NotoSans-Regular'],
	arabic: ['Amiri-Bold', 'Amiri-Regular', 'NotoSans-Bold', 'NotoSans-Regular'],
	ethiopic: ['NotoSans-Bold', 'NotoSans-Regular', 'NotoSansEthiopic-Bold', 'NotoSansEthiopic-Regular'],
};
test.each(languages)('in %s the paper carries its own fonts, and no other', async (language) => {
	const fonts = await fontsOf(await attestationPdf(await courseOf(), language, setting));
	expect(fonts).toEqual(faces[languageProfile(language).script]?.map((name) => ({ name, embedded: true })));
});

test.each(attestationKinds)('the code of a paper of %s is read from the sheet at 150 dpi', async (kind) => {
	const paper = await paperOf({ kind });
	expect(await readQrOf(await attestationPdf(paper, 'fr', setting))).toBe(paper.text);
});

test('so is the largest code there can be, on one page in two languages', async () => {
	const paper = await paperOf({
		...{ kind: 'language_course', hours: 1200, level: 'literacy', ...longestNames },
		...{ expires: 1_900_000_000, birthDate: '1985-07-XX', statusIndex: 4_000_000_000 },
		issuer: `office:${'o'.repeat(40)}`,
	});
	expect(paper.text.length).toBeGreaterThan(850);
	expect(paper.text.length).toBeLessThanOrEqual(900);
	const pdf = await attestationPdf(paper, 'ti', setting);
	expect(await pagesOf(pdf)).toBe(1);
	expect(await readQrOf(pdf)).toBe(paper.text);
});

test('a paper that was revoked says so first, with the reason and the day', async () => {
	const paper = await paperOf(
		{ kind: 'citizenship', hours: 50 },
		{ revokedAt: new Date('2026-05-02T10:00:00Z'), revokedFor: 'fact_withdrawn' },
	);
	for (const language of ['fr', 'ar', 'ti'] as const) {
		const lines = (await structureOf(await attestationPdf(paper, language, setting))).join('\n');
		expect(lines.indexOf('Ce papier n’est plus valable')).toBeGreaterThan(0);
		expect(lines.indexOf('Ce papier n’est plus valable')).toBeLessThan(lines.indexOf('H1'));
		expect(lines).toContain('samedi 2 mai 2026');
	}
});

test('every word of the paper stands on the sheet', async () => {
	const paper = await courseOf();
	// Where a line ends, and how far a stop stands from its word, is the business of the typesetting.
	const bare = (text: string) => text.replace(/[\s\u2066-\u2069]/g, '');
	const said = bare((await structureOf(await attestationPdf(paper, 'en', setting))).join(''));
	for (const language of languagesOf(paper, 'en')) {
		const words = attestationWords(paper, language, setting);
		const all = [
			...[words.title, words.statement, words.verify.title, ...words.verify.how, words.demonstration ?? ''],
			...words.facts.flatMap(({ name, value }) => [name, value]),
			...words.notes,
		];
		for (const each of all) expect(said).toContain(bare(each));
	}
	expect(said).toContain(showReference(paper.reference));
});

test.each([
	['one name', { familyName: null, givenNames: 'Ὀ' }],
	['source text', { familyName: '#import "/etc/passwd" $x$ *a* _b_ @c <d>', givenNames: '\\u{202E}]' }],
	['control and direction characters', { familyName: 'Ab\u0007\u202Ecd\u2066', givenNames: '\uFEFF' }],
	['four scripts', { familyName: 'احمدی Георгиева', givenNames: 'ተስፋይ Łukasz' }],
	['a long name without a space', { familyName: 'Ayyıldız'.repeat(8).slice(0, 60), givenNames: null }],
])('a person with %s gets a paper of one page', async (_, names) => {
	expect(await pagesOf(await attestationPdf(await paperOf(names), 'ar', setting))).toBe(1);
});

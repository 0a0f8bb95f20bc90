import { expect, test } from 'vitest';
import { attestationKinds } from '#lib/domain/attestation/claims.ts';
import { languages } from '#lib/domain/languages.ts';
import { attestationPdf } from '#lib/server/documents/attestationPdf.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { paperOf } from '../../support/papers.ts';
import { fontsOf, pagesOf, readQrOf, structureOf } from '../../support/pdf.ts';

const setting = { operator: 'Cocom / GGC', demonstration: true, origin: 'https://halte.example' };
/** The paper that says most: a course with its level and its hours. */
const courseOf = () =>
	paperOf({ kind: 'language_course', hours: 240, level: 'A1.1' }, { courseLanguage: 'fr' });

test.each(languages)('in %s the paper is tagged for screen readers', async (language) => {
	const pdf = await attestationPdf(await courseOf(), language, setting);
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

test.each([
	['one name', { familyName: null, givenNames: 'Ὀ' }],
	['source text', { familyName: '#import "/etc/passwd" $x$ *a* _b_ @c <d>', givenNames: '\\u{202E}]' }],
	['control and direction characters', { familyName: 'Ab\u0007\u202Ecd\u2066', givenNames: '\uFEFF' }],
	['four scripts', { familyName: 'احمدی Георгиева', givenNames: 'ተስፋይ Łukasz' }],
	['a long name without a space', { familyName: 'Ayyıldız'.repeat(8).slice(0, 60), givenNames: null }],
])('a person with %s gets a paper of one page', async (_, names) => {
	expect(await pagesOf(await attestationPdf(await paperOf(names), 'ar', setting))).toBe(1);
});

import { expect, test } from 'vitest';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { attestationPdf } from '#lib/server/documents/attestationPdf.ts';
import { expectOneSheet, isTwo, setting } from '../../support/oneSheet.ts';
import { fullPaperOf, longestNames, namesOf60 } from '../../support/papers.ts';
import { readQrOf } from '../../support/pdf.ts';

// A file of its own beside that of the sheets: setting type takes the processor, and two files take both.

/** The kind that says most, in its longest state. */
const longest = (language: Language, said: Partial<Claims>) =>
	fullPaperOf('language_course', language, true, said);

test.each(languages)(
	'in %s with the longest names of each script, too, and its code is read at 150 dpi',
	{ timeout: 120_000 },
	async (language) => {
		for (const [script, names] of Object.entries(namesOf60)) {
			const paper = await longest(language, names);
			await expectOneSheet(await attestationPdf(paper, language, setting), script, isTwo(language));
		}
		const paper = await longest(language, {
			...longestNames,
			...{ expires: 1_900_000_000, birthDate: '1985-07-XX', statusIndex: 4_000_000_000 },
			...{ issuer: `office:${'o'.repeat(40)}`, hours: 1200 },
		});
		expect(paper.text.length).toBeGreaterThan(850);
		expect(paper.text.length).toBeLessThanOrEqual(900);
		const pdf = await attestationPdf(paper, language, setting);
		await expectOneSheet(pdf, 'largest code', isTwo(language));
		expect(await readQrOf(pdf)).toBe(paper.text);
	},
);

import { expect, test } from 'vitest';
import { attestationKinds } from '#lib/domain/attestation/claims.ts';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { showReference } from '#lib/domain/attestation/reference.ts';
import { attestationPdf } from '#lib/server/documents/attestationPdf.ts';
import { attestationWords, languagesOf } from '#lib/server/documents/attestationWords.ts';
import { drawn } from '#lib/server/documents/printable.ts';
import type { AttestationRead } from '#lib/services/readAttestations.ts';
import { fullPaperOf, longestNames, namesOf60, ownNames, textsOf } from '../../support/papers.ts';
import { glyphsOfMoreLetters, readQrOf, sheetOf, structureOf } from '../../support/pdf.ts';

// Every paper is one sheet, whatever it says and whoever it is about, and nothing stands outside the margins or too small.

const setting = { operator: 'Cocom / GGC', demonstration: true, origin: 'https://halte.example' };
/** A4 in points, without what no printer reaches. */
const printed = { left: 28, right: 595 - 28, bottom: 20, top: 842 - 28 };

/** The line between the two languages, and how far down the sheet it goes at the least. */
const line = { at: 20 * (72 / 25.4) + (172 / 2) * (72 / 25.4), until: 400 };

const expectOneSheet = async (pdf: Uint8Array, of: string, isBilingual: boolean) => {
	const { pages, texts } = await sheetOf(pdf);
	expect(pages, of).toBe(1);
	expect(texts.length, of).toBeGreaterThan(15);
	for (const { text, left, right, bottom, top, size } of texts) {
		expect(left, `${of}: ${text}`).toBeGreaterThan(printed.left);
		expect(right, `${of}: ${text}`).toBeLessThan(printed.right);
		expect(bottom, `${of}: ${text}`).toBeGreaterThan(printed.bottom);
		expect(top, `${of}: ${text}`).toBeLessThan(printed.top);
		if (isBilingual && bottom > line.until)
			expect(left < line.at && right > line.at, `${of} crosses the line: ${text}`).toBe(false);
		// The smallest are the notes at the foot; what the paper says is at least nine points.
		expect(size, `${of}: ${text}`).toBeGreaterThan(6.5);
	}
};

const isTwo = (language: Language) => language !== 'fr' && language !== 'nl';

/** What is said, letter by letter: where a line ends, and how far a stop stands from its word, is the business of typesetting. */
const bare = (text: string): string =>
	drawn(text)
		.normalize('NFC')
		.replace(/[\s\u2066-\u2069]/g, '');
const wordsIn = (text: string): string[] =>
	drawn(text)
		.normalize('NFC')
		.split(/[^\p{L}\p{N}\p{M}]+/u)
		.filter(Boolean);

/** Every sentence of the paper comes out of the file as it went in, with each word whole. */
const expectReadable = (paper: AttestationRead, language: Language, structure: string[]) => {
	const said = structure.join('\n');
	const [letters, words] = [bare(said), new Set(wordsIn(said))];
	for (const each of languagesOf(paper, language))
		for (const text of textsOf(attestationWords(paper, each, setting))) {
			expect(letters, `${each} ${paper.kind}`).toContain(bare(text));
			for (const word of wordsIn(text)) expect(words, `${each} ${paper.kind}: ${text}`).toContain(word);
		}
	expect(letters).toContain(showReference(paper.reference));
};

test.each(languages)(
	'in %s each kind, good or revoked, is one sheet, and what is read of it is what is drawn',
	{ timeout: 120_000 },
	async (language) => {
		const golden: string[] = [];
		for (const [at, kind] of attestationKinds.entries())
			for (const isRevoked of [false, true]) {
				const names = at % 2 === 0 ? {} : ownNames[language];
				const paper = await fullPaperOf(kind, language, isRevoked, names);
				const pdf = await attestationPdf(paper, language, setting);
				await expectOneSheet(pdf, `${kind} ${isRevoked}`, isTwo(language));
				expect(await glyphsOfMoreLetters(pdf, /\p{Script=Arabic}/u)).toEqual([]);
				const structure = await structureOf(pdf);
				expectReadable(paper, language, structure);
				// Each kind once, in turn good and revoked; which of them is which goes on from language to language.
				if (isRevoked === ((at + languages.indexOf(language)) % 2 === 1))
					golden.push(`== ${kind}${isRevoked ? ', revoked' : ''}`, ...structure, '');
			}
		await expect(golden.join('\n')).toMatchFileSnapshot(`../../golden/attestation.${language}.txt`);
	},
);

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

import { expect, test } from 'vitest';
import { attestationKinds } from '#lib/domain/attestation/claims.ts';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { showReference } from '#lib/domain/attestation/reference.ts';
import { attestationPdf } from '#lib/server/documents/attestationPdf.ts';
import { attestationWords, languagesOf } from '#lib/server/documents/attestationWords.ts';
import { drawn } from '#lib/server/documents/printable.ts';
import type { AttestationRead } from '#lib/services/readAttestations.ts';
import { expectOneSheet, isTwo, setting } from '../../support/oneSheet.ts';
import { fullPaperOf, ownNames, textsOf } from '../../support/papers.ts';
import { glyphsOfMoreLetters, structureOf } from '../../support/pdf.ts';

// Every paper is one sheet, whatever it says and whoever it is about, and nothing stands outside the margins or too small.

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

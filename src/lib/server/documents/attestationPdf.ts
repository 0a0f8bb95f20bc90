import { showReference } from '#lib/domain/attestation/reference.ts';
import { fullName } from '#lib/domain/person.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { AttestationRead } from '#lib/services/readAttestations.ts';
import { attestationWords, languagesOf } from './attestationWords.ts';
import type { AttestationWords, PaperSetting } from './attestationWords.ts';
import { printable } from './printable.ts';
import { qrCodeSvg } from './qrCode.ts';
import { typeset } from './typst.ts';

/**
 * An attestation as a PDF (A4, PDF/UA-1): the text of reference in French or Dutch, with the reader's language beside it,
 * the signed QR code, and the reference to type. Made anew each time from what was signed: it can always be had again.
 */
export const attestationPdf = async (
	paper: AttestationRead,
	reader: Language,
	setting: PaperSetting,
): Promise<Uint8Array> => {
	const { issuer, claims } = paper;
	const languages = languagesOf(paper, reader).map((language) => attestationWords(paper, language, setting));
	const data = {
		sender: [...new Set([issuer.nameFr, issuer.nameNl])].map(printable),
		person: printable(fullName(claims)),
		qr: await qrCodeSvg(paper.text),
		reference: showReference(paper.reference),
		languages,
		rows: rowsOf(languages.map(({ facts }) => facts)),
	};
	return typeset('attestation', data).pdf();
};

/** How many letters of a name and of a value stand in half a column. */
const [halfName, halfValue] = [20, 14];

/**
 * Which facts stand on one row: beside each other two short ones where there are two languages, and else each alone. A paper
 * in two languages has half the width and every row twice.
 */
const rowsOf = (said: AttestationWords['facts'][]): number[][] => {
	const isShort = (at: number): boolean =>
		said.length > 1 &&
		said.every((facts) => {
			const { name, value } = facts[at] ?? {};
			return (name?.length ?? Infinity) <= halfName && (value?.length ?? Infinity) <= halfValue;
		});
	const rows: number[][] = [];
	for (let at = 0; at < (said[0]?.length ?? 0); at += rows.at(-1)?.length ?? 1)
		rows.push(isShort(at) && isShort(at + 1) ? [at, at + 1] : [at]);
	return rows;
};

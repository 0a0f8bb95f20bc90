import { showReference } from '#lib/domain/attestation/reference.ts';
import { fullName } from '#lib/domain/person.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { AttestationRead } from '#lib/services/readAttestations.ts';
import { attestationWords, languagesOf } from './attestationWords.ts';
import type { PaperSetting } from './attestationWords.ts';
import { printable } from './printable.ts';
import { qrCodeSvg } from './qrCode.ts';
import { typeset } from './typst.ts';

/** Sizes of the text in points; the largest that fits on one page is taken. */
const sizes = [12, 11.5, 11, 10.5, 10, 9.5, 9];

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
	const data = {
		sender: [...new Set([issuer.nameFr, issuer.nameNl])].map(printable),
		person: printable(fullName(claims)),
		qr: await qrCodeSvg(paper.text),
		reference: showReference(paper.reference),
		languages: languagesOf(paper, reader).map((language) => attestationWords(paper, language, setting)),
	};
	for (const size of sizes) {
		const set = typeset('attestation', { ...data, size });
		if (set.pages === 1) return set.pdf();
	}
	return typeset('attestation', { ...data, size: sizes.at(-1) }).pdf();
};

import { showReference } from '#lib/domain/attestation/reference.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { AttestationKind } from '#lib/domain/attestation/claims.ts';
import { attestationWords, languagesOf } from '#lib/server/documents/attestationWords.ts';
import type { AttestationWords, PaperSetting } from '#lib/server/documents/attestationWords.ts';
import { qrCodePath } from '#lib/server/documents/qrCode.ts';
import type { AttestationRead } from '#lib/services/readAttestations.ts';

/** A paper in the list of one's own. */
export type AttestationListed = {
	id: string;
	kind: AttestationKind;
	issuer: string;
	on: CalendarDate;
	revokedOn: CalendarDate | null;
};

/** A paper as its page shows it: the same words as on the PDF, the reader's language first. */
export type AttestationView = AttestationListed & {
	reference: string;
	qr: { side: number; path: string };
	/** The reader's language, then the text of reference where that is another one. */
	languages: AttestationWords[];
};

/** Takes an attestation and the language of the page, and returns its line in the list. */
export const listAttestation = (paper: AttestationRead, language: Language): AttestationListed => ({
	id: paper.id,
	kind: paper.kind,
	issuer: language === 'nl' ? paper.issuer.nameNl : paper.issuer.nameFr,
	on: paper.on,
	revokedOn: paper.revokedAt && brusselsToday(paper.revokedAt),
});

/** Takes an attestation and the language of the page, and returns what the page shows. */
export const showAttestation = (
	paper: AttestationRead,
	language: Language,
	setting: PaperSetting,
): AttestationView => ({
	...listAttestation(paper, language),
	reference: showReference(paper.reference),
	qr: qrCodePath(paper.text),
	languages: languagesOf(paper, language)
		.toReversed()
		.map((each) => attestationWords(paper, each, setting)),
});

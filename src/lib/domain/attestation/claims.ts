import type { CalendarDate, PartialDate } from '../dates.ts';

/** What can be attested, in the order of the pathway. */
export const attestationKinds = [
	'obligation',
	'registration',
	'rights_and_duties',
	'citizenship',
	'language_course',
	'completion',
] as const;
/** One of these kinds. */
export type AttestationKind = (typeof attestationKinds)[number];

/** What an attestation says: all of it travels in the QR code, and nothing else does. */
export type Claims = {
	/** Who says so: `commune:21015` (NIS code) or `office:…` (its id), see {@link communeIssuer} and {@link officeIssuer}. */
	issuer: string;
	/** A UUID; the reference to type is made from its last, random part. */
	id: string;
	/** Seconds since 1970. */
	issued: number;
	/** Seconds since 1970; null: it never ends. */
	expires: number | null;
	kind: AttestationKind;
	familyName: string | null;
	givenNames: string | null;
	birthDate: PartialDate;
	hours: number | null;
	/** Of a language course. */
	level: string | null;
	/** The day of what is attested. */
	on: CalendarDate | null;
	/** Its place in the list of what was revoked. */
	statusIndex: number;
};

/** Takes the NIS code of a commune and returns its name as an issuer. */
export function communeIssuer(nis: string): string {
	return `commune:${nis}`;
}

/** Takes the id of an office and returns its name as an issuer. */
export function officeIssuer(office: string): string {
	return `office:${office}`;
}

/** Takes an issuer and says what it is and its code or id; null for anything else, Halte itself among them. */
export function readIssuer(issuer: string): { kind: 'commune' | 'office'; id: string } | null {
	const [, kind, id = ''] = /^(commune|office):(.+)$/su.exec(issuer) ?? [];
	return kind === 'commune' || kind === 'office' ? { kind, id } : null;
}

/** Takes an issuer and a kind and says whether the one may attest the other: the commune the obligation, offices the rest. */
export function mayAttest(issuer: string, kind: AttestationKind): boolean {
	return readIssuer(issuer)?.kind === (kind === 'obligation' ? 'commune' : 'office');
}

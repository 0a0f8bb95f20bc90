import type { AttestationKind, Claims } from '#lib/domain/attestation/claims.ts';
import { momentInBrussels } from '#lib/domain/momentInBrussels.ts';
import { carriedBirthDate, carriedDate } from './carriedDates.ts';
import type { DateWords } from './carriedDates.ts';

/** All the words that an answer about an attestation needs: the page brings them, so that it can answer without a network. */
export type ClaimWords = {
	kinds: Record<AttestationKind, string>;
	/** By issuer; one that is not among them is named by its code. */
	issuers: Record<string, string>;
	/** Of those that are called otherwise in this language. */
	levels: Record<string, string>;
	dates: DateWords;
};

/** What an attestation says, in the order in which it is shown. */
export const factNames = [
	'kind',
	'familyName',
	'givenNames',
	'birthDate',
	'level',
	'hours',
	'on',
	'issuer',
	'issued',
	'expires',
] as const;
/** One of these facts. */
export type FactName = (typeof factNames)[number];

/** The facts in words; null for what the attestation does not say. */
export type ClaimsSaid = Record<FactName, string | null>;

/** Takes claims and the words and returns what to show, the same on the server and in a browser. */
export const claimsInWords = (claims: Claims, words: ClaimWords): ClaimsSaid => {
	const day = (date: string | null) => date && carriedDate(date, words.dates);
	const dayOf = (seconds: number) => momentInBrussels(new Date(seconds * 1000)).date;
	const issuedOn = dayOf(claims.issued);
	return {
		kind: words.kinds[claims.kind],
		familyName: claims.familyName,
		givenNames: claims.givenNames,
		birthDate: claims.birthDate && carriedBirthDate(claims.birthDate, words.dates),
		level: claims.level && (words.levels[claims.level] ?? claims.level),
		hours: claims.hours === null ? null : String(claims.hours),
		on: day(claims.on),
		issuer: words.issuers[claims.issuer] ?? claims.issuer,
		// Mostly the same day: then once is enough.
		issued: issuedOn === claims.on ? null : day(issuedOn),
		expires: claims.expires === null ? null : day(dayOf(claims.expires)),
	};
};

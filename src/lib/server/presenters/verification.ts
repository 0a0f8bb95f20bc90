import { communeIssuer, attestationKinds, officeIssuer } from '#lib/domain/attestation/claims.ts';
import { momentInBrussels } from '#lib/domain/momentInBrussels.ts';
import type { Verdict } from '#lib/domain/attestation/verifyAttestation.ts';
import { communes } from '#lib/domain/communes.ts';
import type { Language } from '#lib/domain/languages.ts';
import { attestationKindName } from '#lib/i18n/attestationWords.ts';
import { carriedDate, carryDates } from '#lib/i18n/carriedDates.ts';
import { claimsInWords } from '#lib/i18n/claimsInWords.ts';
import type { ClaimsSaid, ClaimWords } from '#lib/i18n/claimsInWords.ts';
import { levelName } from '#lib/i18n/courseWords.ts';
import { isVouchedFor } from '#lib/i18n/verdictWords.ts';
import type { Answer } from '#lib/i18n/verdictWords.ts';
import { m } from '#lib/paraglide/messages.js';
import { listOffices } from '#lib/services/listOffices.ts';
import type { Deps } from '#lib/services/ports.ts';
import { officeName } from './officeName.ts';

/** An answer about an attestation as a page shows it. */
export type VerdictShown = Answer & {
	said: ClaimsSaid | null;
	/** When the list of what was revoked was made, in Brussels. */
	list: { date: string; time: string } | null;
};

/** What a page shows where attestations are verified. */
export type Verification = {
	typed: string;
	missing: boolean;
	answer: VerdictShown | null;
	words: ClaimWords;
};

/** The words in the language of the request that any answer may need, with the names of all who issue. */
export const claimWords = async (deps: Pick<Deps, 'store'>, language: Language): Promise<ClaimWords> => {
	const offices = await listOffices(deps, {});
	return {
		kinds: Object.fromEntries(
			attestationKinds.map((kind) => [kind, attestationKindName(kind)]),
		) as ClaimWords['kinds'],
		issuers: Object.fromEntries([
			...communes.map((commune) => [
				communeIssuer(commune.nis),
				m.verify_issuer_commune({ name: language === 'nl' ? commune.nl : commune.fr }),
			]),
			...offices
				.filter(({ kind }) => kind !== 'commune' && kind !== 'front_desk')
				.map((office) => [officeIssuer(office.id), officeName(office, language).name]),
		]) as ClaimWords['issuers'],
		levels: { literacy: levelName('literacy') },
		dates: carryDates(language),
	};
};

/** Takes a verdict and the words for it and returns what a page shows: what nobody vouches for is left out. */
export const showVerdict = (verdict: Verdict, words: ClaimWords): VerdictShown => {
	const { outcome, why, claims, listDate } = verdict;
	const made = listDate === null ? null : momentInBrussels(new Date(listDate));
	return {
		outcome,
		why,
		said: claims && isVouchedFor(verdict) ? claimsInWords(claims, words) : null,
		list: made && { date: carriedDate(made.date, words.dates), time: made.time },
	};
};

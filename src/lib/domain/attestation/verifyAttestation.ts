import { readAttestation } from './attestationText.ts';
import { mayAttest } from './claims.ts';
import type { Claims } from './claims.ts';
import { momentInBrussels } from '../momentInBrussels.ts';
import { listIssuer } from './publicKeys.ts';
import type { PublicKey } from './publicKeys.ts';
import { markOfReference, readReference } from './reference.ts';
import { isSignedBy } from './signature.ts';
import { isRevoked } from './statusList.ts';
import type { StatusList } from './statusList.ts';

/** What can be said of an attestation. */
export const outcomes = ['valid', 'revoked', 'expired', 'invalid', 'cannot_tell'] as const;
/** One of these outcomes. */
export type Outcome = (typeof outcomes)[number];

/** Why it is invalid, or why nothing can be told; null where the outcome says all. */
export type Why =
	| 'unreadable'
	| 'changed'
	| 'wrong_issuer'
	| 'unknown_issuer'
	| 'no_list'
	| 'old_list'
	| 'other_clock'
	| 'reference_only'
	| 'unknown_reference'
	| null;

/** The answer about an attestation. `claims` is what its issuer wrote; null where nobody vouches for what the text says. */
export type Verdict = {
	outcome: Outcome;
	why: Why;
	claims: Claims | null;
	/** When the list of what was revoked was made; null without one. */
	listDate: string | null;
};

/** What a verifier carries with it, and its clock. */
export type Knowledge = { keys: readonly PublicKey[]; status: StatusList | null; now: Date };

/** So long a list can be relied on, in days: a counter that was closed for a long weekend opens with one that still serves. */
export const listDays = 7;

const dayLength = 86_400_000;

/**
 * Takes the text of a QR code and what the verifier knows, and returns the outcome. What is certain comes first: no
 * later list takes back a wrong signature, a revocation or an end that has passed.
 */
export async function verifyAttestation(text: string, known: Knowledge): Promise<Verdict> {
	const { status, now } = known;
	const read = readAttestation(text);
	const listDate = status?.issued ?? null;
	if (!read) return { outcome: 'invalid', why: 'unreadable', claims: null, listDate };
	const { claims, envelope } = read;
	const answer = (outcome: Outcome, why: Why = null): Verdict => ({ outcome, why, claims, listDate });
	// What is said under a name that is not the issuer's is no fact: whoever shows an answer cannot show it by mistake.
	const unfounded = (outcome: Outcome, why: Why): Verdict => ({ outcome, why, claims: null, listDate });

	const key = known.keys.find(({ kid }) => kid === envelope.kid);
	if (!key) return unfounded('cannot_tell', 'unknown_issuer');
	if (!(await isSignedBy(key, envelope.signed, envelope.signature))) return unfounded('invalid', 'changed');
	if (!wasEntitled(key, claims)) return unfounded('invalid', 'wrong_issuer');

	const revoked = status && isRevoked(status, claims.statusIndex);
	if (revoked) return answer('revoked');
	if (claims.expires !== null && now.getTime() >= claims.expires * 1000) return answer('expired');
	if (!status) return answer('cannot_tell', 'no_list');
	const latest = Math.max(claims.issued * 1000, Date.parse(status.issued));
	if (latest > now.getTime() + dayLength) return answer('cannot_tell', 'other_clock');
	return revoked === null || isOld(status, now) ? answer('cannot_tell', 'old_list') : answer('valid');
}

/**
 * Takes a reference as somebody typed it and the list, and says what can be said without the paper's own text: revoked,
 * or that only Halte itself can tell; invalid when no reference is written so.
 */
export async function verifyReference(typed: string, status: StatusList | null): Promise<Verdict> {
	const reference = readReference(typed);
	const answer = { claims: null, listDate: status?.issued ?? null };
	if (reference === null) return { outcome: 'invalid', why: 'unreadable', ...answer };
	return status?.references.has(await markOfReference(reference))
		? { outcome: 'revoked', why: null, ...answer }
		: { outcome: 'cannot_tell', why: 'reference_only', ...answer };
}

/** Whether the key is the issuer's own, of one that may attest such a thing, and signed on the day of the attestation. */
function wasEntitled(key: PublicKey, { issuer, kind, issued }: Claims): boolean {
	const on = momentInBrussels(new Date(issued * 1000)).date;
	return (
		key.issuer === issuer &&
		issuer !== listIssuer &&
		mayAttest(issuer, kind) &&
		key.from <= on &&
		(key.until === null || on <= key.until)
	);
}

const isOld = ({ issued }: StatusList, now: Date): boolean =>
	now.getTime() - Date.parse(issued) > listDays * dayLength;

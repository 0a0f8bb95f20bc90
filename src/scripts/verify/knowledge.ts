import { readPublicKeys } from '#lib/domain/attestation/publicKeys.ts';
import { readStatus } from '#lib/domain/attestation/statusList.ts';
import type { Knowledge } from '#lib/domain/attestation/verifyAttestation.ts';
import { keepGood, keptGood } from './keptGood.ts';

/** Public keys and the list of what was revoked: from the network, or as the browser kept them for when there is none. */
export type Carried = Omit<Knowledge, 'now'>;

const patience = 5000;

const get = async (address: string): Promise<unknown> => {
	try {
		const answer = await fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(patience) });
		return answer.ok ? await answer.json() : null;
	} catch {
		return null;
	}
};

const read = async ([keysSaid, statusSaid]: unknown[]): Promise<Carried | null> => {
	const keys = readPublicKeys(keysSaid);
	return keys && { keys, status: await readStatus(statusSaid, keys) };
};

/**
 * Fetches both. Where what comes is not a list signed by its key, the last good one serves on, with its date: the one
 * `before`, or that of another day. null when there are no keys to be had.
 */
export const fetchKnowledge = async (before: Carried | null): Promise<Carried | null> => {
	const said = await Promise.all(['/.well-known/halte-keys.json', '/api/v1/attestations/status'].map(get));
	const came = await read(said);
	if (came?.status) {
		await keepGood(said);
		return came;
	}
	if (before?.status) return before;
	const kept = await read(await keptGood());
	return kept?.status ? kept : (came ?? before);
};

/** Whether the server itself answers now: nothing keeps a copy of this address. */
export const isServerThere = async (): Promise<boolean> => {
	try {
		return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) })).ok;
	} catch {
		return false;
	}
};

import { readPublicKeys } from '#lib/domain/attestation/publicKeys.ts';
import { readStatus } from '#lib/domain/attestation/statusList.ts';
import type { Knowledge } from '#lib/domain/attestation/verifyAttestation.ts';

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

/** Fetches both; null when there are no keys to be had. */
export const fetchKnowledge = async (): Promise<Carried | null> => {
	const [keys, status] = await Promise.all([
		get('/.well-known/halte-keys.json').then(readPublicKeys),
		get('/api/v1/attestations/status'),
	]);
	return keys && { keys, status: await readStatus(status, keys) };
};

/** Whether the server itself answers now: nothing keeps a copy of this address. */
export const isServerThere = async (): Promise<boolean> => {
	try {
		return (await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) })).ok;
	} catch {
		return false;
	}
};

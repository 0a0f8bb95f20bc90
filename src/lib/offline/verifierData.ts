import { NetworkFirst } from 'workbox-strategies';
import { patience } from './patience.ts';
import type { WorkerEvent } from './workerScope.ts';

/** What a verifier needs: the keys and the list of what was revoked. */
const addresses = ['/.well-known/halte-keys.json', '/api/v1/attestations/status'];

/** Whether this is one of the two. */
export const isVerifierData = ({ url, sameOrigin }: { url: URL; sameOrigin: boolean }): boolean =>
	sameOrigin && addresses.includes(url.pathname);

/** An answer in trouble, or the page of a hotel's network, is no answer: what was kept before serves on. */
const refuseOthers = {
	fetchDidSucceed: async ({ response }: { response: Response }): Promise<Response> => {
		const said = (await response.clone().json()) as { keys?: unknown; list?: unknown };
		if (!response.ok || !(said.keys ?? said.list)) throw new Error('Neither keys nor a list.');
		return response;
	},
};

/** From the server, else as it was kept. The page that verifies looks at the signature. */
export const answerVerifier = new NetworkFirst({
	cacheName: 'halte-verify',
	fetchOptions: { credentials: 'omit' },
	networkTimeoutSeconds: patience.withCopy / 1000,
	plugins: [refuseOthers],
});

/** Keeps both anew. Without them an attestation cannot be told offline, which the verifier says; all else works. */
export const fetchVerifierData = (event: WorkerEvent): Promise<unknown> =>
	Promise.allSettled(
		addresses.map((address) =>
			answerVerifier.handle({ request: new Request(address), event: event as never }),
		),
	);

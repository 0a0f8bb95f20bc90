import type { CallbackTopic } from '#lib/domain/callback.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import type { Deps } from '#lib/services/ports.ts';

/** A request of who is signed in, so that a lost code is not a lost request. */
export type OwnCallback = { code: string; topic: CallbackTopic; open: boolean };

/** Takes a dossier and returns its requests for a call, latest first. */
export const ownCallbacks = ({ store }: Pick<Deps, 'store'>, dossier: string): Promise<OwnCallback[]> =>
	store.transact(async (tx) =>
		(await tx.callbacks.ofDossier(dossier)).map(({ code, topic, closedAt }) => ({
			code: showFollowCode(code),
			topic,
			open: closedAt === null,
		})),
	);

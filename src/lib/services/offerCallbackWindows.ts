import { callbackRules } from '#lib/domain/callbackRules.ts';
import { offeredWindows } from '#lib/domain/callbackWindows.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import type { Deps } from './ports.ts';

/** The windows that have room now, to pick one from. */
export const offerCallbackWindows = ({ store, now }: Deps): Promise<CallbackWindow[]> =>
	store.transact(async (tx) => offeredWindows(callbackRules, now(), await tx.callbacks.load(now())));

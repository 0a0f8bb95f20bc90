import { callbackRules } from '#lib/domain/callbackRules.ts';
import { offeredWindows } from '#lib/domain/callbackWindows.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { windowsOfOffice } from './callbackQueue.ts';
import type { Deps } from './ports.ts';

/** The windows that have room now, to pick one from; for a visit those that suit the office, unless there are none. */
export const offerCallbackWindows = (
	{ store, now }: Deps,
	office: string | null = null,
): Promise<CallbackWindow[]> =>
	store.transact(async (tx) => {
		const offered = offeredWindows(callbackRules, now(), await tx.callbacks.load(now()));
		const suits = await windowsOfOffice(tx, callbackRules, office, now());
		const suiting = suits === 'unknown_office' ? [] : offered.filter(suits);
		return suiting.length > 0 ? suiting : offered;
	});

import { nextTry, wasReached } from '#lib/domain/callback.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { readOpeningHours } from '#lib/domain/openingHours.ts';
import { isOpenThroughout } from '#lib/domain/openings.ts';
import type { Tx } from './ports.ts';
import type { Callback } from './ports/callbacks.ts';

/** How full the windows are, with one of them held until the transaction ends: nobody else counts it meanwhile. */
export async function holdWindow(tx: Tx, start: Date, now: Date): Promise<Map<number, number>> {
	await tx.callbacks.lock('window', start.toISOString());
	return tx.callbacks.load(now);
}

/** Takes the office of a visit, or null, and returns which windows suit it: nobody is asked to come to a closed door. */
export async function windowsOfOffice(
	tx: Tx,
	id: string | null,
): Promise<((window: CallbackWindow) => boolean) | 'unknown_office'> {
	if (id === null) return () => true;
	const office = await tx.offices.find(id);
	if (!office) return 'unknown_office';
	const hours = office.hours === null ? null : readOpeningHours(office.hours);
	return (window) => !hours?.ok || isOpenThroughout(hours.value, window);
}

/**
 * Puts a request where its promised windows and the tries made say, locked by the caller. One that waited for an
 * experienced person, or was spoken with, goes back into the queue when a window was promised anew.
 */
export async function setNextTry(tx: Tx, rules: CallbackRules, open: Callback, at: Date): Promise<void> {
	const made = await tx.callbacks.attempts(open.id);
	const isOver = open.handedOnAt || wasReached(made.filter((attempt) => attempt.at >= open.roundFrom));
	const roundFrom = isOver ? at : open.roundFrom;
	const promised = (await tx.callbacks.asks(open.id))
		.map(({ window }) => window)
		.filter(({ end }) => end > roundFrom);
	const attempts = isOver ? [] : made.filter((attempt) => attempt.at >= roundFrom);
	const next = nextTry(rules, promised, attempts, at);
	if (next.kind === 'handed_on') {
		await tx.callbacks.change(open.id, { handedOnAt: at, claimedBy: null, claimedUntil: null });
		await tx.tasks.open('callback_not_reached', [open.code], at);
		return;
	}
	await tx.callbacks.change(open.id, { window: next.window, handedOnAt: null, roundFrom });
	if (open.handedOnAt) await tx.tasks.settle('callback_not_reached', [open.code], at);
}

import { nextTry, wasReached } from '#lib/domain/callback.ts';
import type { CallbackRules } from '#lib/domain/callbackRules.ts';
import { offeredWindows, windowAt } from '#lib/domain/callbackWindows.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import { knownHours } from '#lib/domain/openingHours.ts';
import { isOpenThroughout, opensDuring } from '#lib/domain/openings.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Tx } from './ports.ts';
import type { Callback } from './ports/callbacks.ts';

/** Which windows suit a visit to an office; all suit a call. */
export type Suits = (window: CallbackWindow) => boolean;

/** Why a window cannot be had: it has no room, it is none any more, or the office of a visit is closed then. */
export type WindowReason = 'window_full' | 'window_gone' | 'office_closed_then';

/** With a window that cannot be had come those that can. */
export type WindowRefusal = { windows: CallbackWindow[] };

/**
 * Takes the office of a visit, or null, and returns which windows suit it: nobody is asked to come to a closed door, nor
 * to one that closes while they may come. Where no window lies within the hours, one that they begin or end in suits too.
 */
export async function windowsOfOffice(
	tx: Tx,
	rules: CallbackRules,
	id: string | null,
	at: Date,
): Promise<Suits | 'unknown_office'> {
	if (id === null) return () => true;
	const office = await tx.offices.find(id);
	if (!office) return 'unknown_office';
	const hours = knownHours(office.hours);
	if (!hours) return () => true;
	const isWithin: Suits = (window) => isOpenThroughout(hours, window);
	const hasOne = offeredWindows(rules, at, new Map()).some(isWithin);
	return hasOne ? isWithin : (window) => opensDuring(hours, window);
}

/**
 * Takes the beginning of the window that somebody picked and returns that window, which nobody else counts until the
 * transaction ends. Refuses it with the reason and those that can be had.
 */
export async function pickWindow(
	tx: Tx,
	rules: CallbackRules,
	start: Date,
	suits: Suits,
	at: Date,
): Promise<Result<CallbackWindow, WindowReason, WindowRefusal>> {
	await tx.callbacks.lock('window', start.toISOString());
	const load = await tx.callbacks.load(at);
	const window = windowAt(rules, at, start);
	const refused = (reason: WindowReason) =>
		refuse(reason, { windows: offeredWindows(rules, at, load).filter(suits) });
	if (!window) return refused('window_gone');
	if (!suits(window)) return refused('office_closed_then');
	const isFull = (load.get(start.getTime()) ?? 0) >= rules.capacity;
	return isFull ? refused('window_full') : ok(window);
}

/** A window promised before: `isSent` by the very form that is sent now, `isHandedOn` where nobody could be reached in it. */
export type Promised = { window: CallbackWindow; isSent: boolean; isHandedOn: boolean };

/**
 * The same for somebody who may have asked before: the window they have, where they chose it again, and also where the one
 * they chose is full or gone by now. One that filled up meanwhile takes nothing from them.
 */
export async function pickAgain(
	tx: Tx,
	rules: CallbackRules,
	start: Date,
	before: Promised | undefined,
	suits: Suits,
	at: Date,
): Promise<
	Result<{ window: CallbackWindow; how: 'same' | 'chosen' | 'not_free' }, WindowReason, WindowRefusal>
> {
	const promised = before && suits(before.window) ? before : null;
	const isSame = promised && +promised.window.start === +start;
	if (isSame && (promised.isSent || !promised.isHandedOn))
		return ok({ window: promised.window, how: 'same' });
	const picked = await pickWindow(tx, rules, start, suits, at);
	if (picked.ok) return ok({ window: picked.value, how: 'chosen' });
	const stands = promised && !promised.isHandedOn && promised.window.end > at;
	return stands && picked.reason !== 'office_closed_then'
		? ok({ window: promised.window, how: 'not_free' })
		: picked;
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

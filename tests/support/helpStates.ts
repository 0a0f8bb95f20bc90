import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { AttemptResult } from '#lib/domain/callback.ts';
import { windowsFrom } from '#lib/domain/callbackWindows.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import type { ComplaintService } from '#lib/domain/ombudsman.ts';
import { operator } from '#lib/services/actor.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import type { CallbackWish } from '#lib/services/askCallback.ts';
import { claimCallback } from '#lib/services/claimCallback.ts';
import { closeCallback } from '#lib/services/closeCallback.ts';
import { complain } from '#lib/services/complain.ts';
import { offerCallbackWindows } from '#lib/services/offerCallbackWindows.ts';
import type { Deps } from '#lib/services/ports.ts';
import { recordAttempt } from '#lib/services/recordAttempt.ts';
import { withdrawCallback } from '#lib/services/withdrawCallback.ts';
import { inHandOf, somebody, wish } from './help.ts';

const day = 86_400_000;
const at = (deps: Deps, now: Date): Deps => ({ ...deps, now: () => now });

/** Asks for a call with a form key and a number of its own, some days ago, and returns the code and the window. */
export const asked = async (deps: Deps, daysAgo = 0, changes: Partial<CallbackWish> = {}) => {
	const then = at(deps, new Date(Date.now() - daysAgo * day));
	// However many have asked: all the states of all languages ask for the first window.
	const roomy = { ...callbackRules, capacity: 10_000 };
	const key = globalThis.crypto.randomUUID();
	const number = `+32470${String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')}`;
	const contact = { kind: 'phone', value: number } as const;
	// The first window of all, or the first at which the counter to come to is open.
	const [atOffice] = changes.office ? await offerCallbackWindows(then, changes.office) : [];
	const windowStart = atOffice && { windowStart: atOffice.start };
	const wanted = wish(then.now(), { key, contact, ...windowStart, ...changes });
	const answer = await askCallback(then, somebody(0), wanted, roomy);
	if (!answer.ok) throw new Error(answer.reason);
	const window = windowsFrom(callbackRules, wanted.windowStart).next().value;
	if (!window) throw new Error('there is no window');
	return { code: answer.value.code, window };
};

const page = (code: string) => `/help/callback/${showFollowCode(code)}`;

const triedAt = async (deps: Deps, code: string, now: Date, result: AttemptResult) => {
	await inHandOf(at(deps, now), code, 'a test');
	return recordAttempt(at(deps, now), operator, { code, result, by: 'a test' });
};

/** Asks with these changes, some days ago, and returns the address of the page of that request. */
export const requestPageOf = async (
	deps: Deps,
	changes: Partial<CallbackWish>,
	daysAgo = 0,
): Promise<string> => page((await asked(deps, daysAgo, changes)).code);

/** Every state of a request, each made through the services; the answer is the address of its page. */
export const requestStates: Record<string, (deps: Deps) => Promise<string>> = {
	waiting: async (deps) => page((await asked(deps)).code),
	late: async (deps) => page((await asked(deps, 9)).code),
	again: async (deps) => {
		const { code, window } = await asked(deps, 2);
		await triedAt(deps, code, window.start, 'no_answer');
		return page(code);
	},
	in_hand: async (deps) => {
		// So long ago that it is the first of the queue.
		const { code } = await asked(deps, 300 + Math.floor(Math.random() * 1000));
		await claimCallback(deps, operator, { by: 'a test' });
		return page(code);
	},
	handed_on: async (deps) => {
		const { code } = await asked(deps, 9);
		await triedAt(deps, code, deps.now(), 'wrong_contact');
		return page(code);
	},
	closed: async (deps) => {
		const { code } = await asked(deps, 9);
		await closeCallback(deps, operator, { code, outcome: 'helped' });
		return page(code);
	},
	withdrawn: async (deps) => {
		const { code } = await asked(deps);
		await withdrawCallback(deps, somebody(0), code);
		return page(code);
	},
};

/** A complaint about a service, and of a commune where it has one; the answer is the address of its page. */
export const complained = async (
	deps: Deps,
	service: ComplaintService,
	commune: string | null,
): Promise<string> => {
	const key = globalThis.crypto.randomUUID();
	const said = { subject: 'line_saturated' as const, language: 'fr' as const, words: null, contact: null };
	const answer = await complain(deps, somebody(0), { key, service, commune, office: null, ...said });
	if (!answer.ok) throw new Error(answer.reason);
	return `/help/complaint/${showFollowCode(answer.value.code)}`;
};

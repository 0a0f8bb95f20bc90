import type { RequestEvent } from '@sveltejs/kit';
import type { PartialAnswers } from '#lib/domain/checkQuestions.ts';
import { cookieName, cookieOptions } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

// The answers of the check live in the browser only, sealed, for a short time: nothing of them is kept here, nothing
// of them stands in an address, and on a shared device they end by themselves.

type Place = Pick<RequestEvent, 'cookies' | 'url'>;

/** How long the answers of a check are kept after the last one. */
export const checkMinutes = 20;

const name = 'halte-check';
const context = 'check';

/** Returns the answers given so far on this browser; null when there are none, or they are too old. */
export const readCheckDraft = ({ cookies, url }: Place): PartialAnswers | null => {
	const sealed = cookies.get(cookieName(url, name));
	if (!sealed) return null;
	try {
		const plain = runtime().deps.vault.open(Buffer.from(sealed, 'base64url'), context);
		const { until, answers } = JSON.parse(plain) as { until: number; answers: PartialAnswers };
		return until > runtime().deps.now().getTime() ? answers : null;
	} catch {
		// Not sealed by this key, or cut: no answers to give back.
		return null;
	}
};

/** Keeps the answers of a check on this browser for twenty minutes. */
export const keepCheckDraft = ({ cookies, url }: Place, answers: PartialAnswers): void => {
	const { vault, now } = runtime().deps;
	const plain = JSON.stringify({ until: now().getTime() + checkMinutes * 60_000, answers });
	const sealed = Buffer.from(vault.seal(plain, context)).toString('base64url');
	cookies.set(cookieName(url, name), sealed, { ...cookieOptions(url), maxAge: checkMinutes * 60 });
};

/** Forgets the answers of a check on this browser, also one that was refused. */
export const forgetCheckDraft = ({ cookies, url }: Place): void => {
	for (const each of [name, 'halte-draft']) cookies.delete(cookieName(url, each), cookieOptions(url));
};

import type { RequestEvent } from '@sveltejs/kit';
import { cookieName, cookieOptions } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

// Browsers write addresses down: in the history, in what they restore after a fall. So no code stands in an address of
// the kiosk; the last one that was asked for lies sealed in the browser until the visit ends.

const name = 'halte-code';
const context = 'kiosk-code';
/** What stands in the address in place of the code. */
const standIn = 'this';

const withCode = /^(\/[a-z]{2}\/kiosk\/help\/(?:callback|complaint)\/)([^/?#]+)(.*)$/;

/** Takes where an answer leads and returns it without the code in it, and the cookie that keeps the code instead. */
export const hideCode = (
	{ cookies, url }: RequestEvent,
	location: string,
): { location: string; cookie: string | null } => {
	const [, page, code, rest] = withCode.exec(location) ?? [];
	if (!page || !code || code === standIn) return { location, cookie: null };
	const sealed = Buffer.from(runtime().deps.vault.seal(decodeURIComponent(code), context));
	const cookie = cookies.serialize(cookieName(url, name), sealed.toString('base64url'), cookieOptions(url));
	return { location: `${page}${standIn}${rest ?? ''}`, cookie };
};

/** Puts the code that this browser holds in the place of its stand-in in the address. */
export const showCode = ({ params, cookies, url }: RequestEvent): void => {
	if (params['code'] !== standIn) return;
	const sealed = cookies.get(cookieName(url, name));
	if (!sealed) return;
	try {
		params['code'] = runtime().deps.vault.open(Buffer.from(sealed, 'base64url'), context);
	} catch {
		// Not sealed by this key: the page says that it does not know the code.
	}
};

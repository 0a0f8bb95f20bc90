import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { ownDevice } from '#lib/domain/signInLimits.ts';
import type { StartedSignIn } from '#lib/services/startSignIn.ts';
import type { Vault } from '#lib/services/ports.ts';

type Place = Pick<RequestEvent, 'cookies' | 'url'>;

const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** `__Host-` binds a cookie to this very host, over https, for all paths (RFC 6265bis, 4.1.3.2). */
export const cookieName = (url: URL, name: string): string => (isSecure(url) ? `__Host-${name}` : name);

/** What every cookie of Halte has in common: no script reads it, and no other site's form sends it. */
export const cookieOptions = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) }) as const;

const name = 'halte-sign-in';

/** What the browser holds of a sign-in: its token, and a mark of whose it was, which opens nothing. */
export type HeldSignIn = { token: string; owner: string };

/** Takes a dossier and returns a mark by which its kept answers are told from somebody else's. */
export const ownerMark = (vault: Vault, dossier: string): string =>
	Buffer.from(vault.hash('sign-in-owner', dossier)).toString('hex', 0, 16);

/** What this browser says it holds; it may be old, ended or made up. */
export const heldSignIn = ({ cookies, url }: Place): HeldSignIn | null => {
	const parts = /^([0-9a-f]{64})\.([0-9a-f]{32})$/.exec(cookies.get(cookieName(url, name)) ?? '');
	return parts?.[1] && parts[2] ? { token: parts[1], owner: parts[2] } : null;
};

/** Hands a new sign-in to the browser: on a shared device until it is closed, else as long as it can last at most. */
export const holdSignIn = ({ cookies, url }: Place, vault: Vault, { token, signIn }: StartedSignIn): void => {
	// The code of the letter may be in it, or what somebody else typed here a moment ago.
	cookies.delete(cookieName(url, 'halte-draft'), cookieOptions(url));
	const kept = signIn.sharedDevice ? {} : { maxAge: ownDevice.absolute / 1000 };
	cookies.set(cookieName(url, name), `${token}.${ownerMark(vault, signIn.dossier)}`, {
		...cookieOptions(url),
		...kept,
	});
};

/** Takes the sign-in out of the browser. */
export const dropSignIn = ({ cookies, url }: Place): void =>
	cookies.delete(cookieName(url, name), cookieOptions(url));

/** Takes everything of Halte out of a browser that is not the person's own. */
export const dropAllCookies = ({ cookies, url }: { cookies: Cookies; url: URL }): void => {
	for (const { name: found } of cookies.getAll())
		if (/^(__Host-)?halte-/.test(found)) cookies.delete(found, cookieOptions(url));
};

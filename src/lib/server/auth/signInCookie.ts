import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { ownDevice } from '#lib/domain/signInLimits.ts';
import type { StartedSignIn } from '#lib/services/startSignIn.ts';
import type { Vault } from '#lib/services/ports.ts';

type Place = Pick<RequestEvent, 'cookies' | 'url'>;
type Answer = Place & Pick<RequestEvent, 'locals' | 'setHeaders'>;

const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** `__Host-` binds a cookie to this very host, over https, for all paths (RFC 6265bis, 4.1.3.2). */
export const cookieName = (url: URL, name: string): string => (isSecure(url) ? `__Host-${name}` : name);

/** What every cookie of Halte has in common: no script reads it, and no other site's form sends it. */
export const cookieOptions = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(url) }) as const;

const name = 'halte-sign-in';

/**
 * What the browser holds of a sign-in: its token, a mark of whose it was, which opens nothing, and whether others use this
 * device too. The screen at a counter looks after itself and is none.
 */
export type HeldSignIn = { token: string; owner: string; sharedDevice: boolean };

/** Takes a dossier and returns a mark by which its kept answers are told from somebody else's. */
export const ownerMark = (vault: Vault, dossier: string): string =>
	Buffer.from(vault.hash('sign-in-owner', dossier)).toString('hex', 0, 16);

/** What this browser says it holds; it may be old, ended or made up. */
export const heldSignIn = ({ cookies, url }: Place): HeldSignIn | null => {
	const parts = /^([0-9a-f]{64})\.([0-9a-f]{32})(\.shared)?$/.exec(cookies.get(cookieName(url, name)) ?? '');
	return parts?.[1] && parts[2]
		? { token: parts[1], owner: parts[2], sharedDevice: parts[3] !== undefined }
		: null;
};

/** Every cookie of Halte that this browser holds. */
const heldCookies = (cookies: Cookies) =>
	cookies.getAll().filter((held) => /^(__Host-)?halte-/.test(held.name));

/** From now on this browser keeps what it has of Halte only until it is closed, and no page for later any more. */
const keepNothingForLater = ({ cookies, url, setHeaders }: Answer): void => {
	for (const held of heldCookies(cookies)) cookies.set(held.name, held.value, cookieOptions(url));
	setHeaders({ 'Clear-Site-Data': '"storage"' });
};

/** Hands a new sign-in to the browser: on a shared device until it is closed, else as long as it can last at most. */
export const holdSignIn = (answer: Answer, vault: Vault, { token, signIn }: StartedSignIn): void => {
	const { cookies, url, locals } = answer;
	const { sharedDevice, kiosk, dossier } = signIn;
	locals.othersDevice = sharedDevice && !kiosk ? 'in_use' : null;
	if (locals.othersDevice) keepNothingForLater(answer);
	// The code of the letter may be in it, or what somebody else typed here a moment ago.
	cookies.delete(cookieName(url, 'halte-draft'), cookieOptions(url));
	const kept = sharedDevice ? {} : { maxAge: ownDevice.absolute / 1000 };
	const mark = locals.othersDevice ? '.shared' : '';
	cookies.set(cookieName(url, name), `${token}.${ownerMark(vault, dossier)}${mark}`, {
		...cookieOptions(url),
		...kept,
	});
};

/** Takes the sign-in out of the browser. */
export const dropSignIn = ({ cookies, url }: Place): void =>
	cookies.delete(cookieName(url, name), cookieOptions(url));

/** In place of a sign-in on a device of others that ended: until its next page, which tells the other tabs. */
const left = 'left';

/** Whether this browser said so. */
export const isLeft = ({ cookies, url }: Place): boolean => cookies.get(cookieName(url, name)) === left;

/** The cookie that says so. */
export const leftCookie = ({ cookies, url }: Place): string =>
	cookies.serialize(cookieName(url, name), left, cookieOptions(url));

/** Takes everything of Halte out of a browser that is not the person's own. */
export const dropAllCookies = ({ cookies, url }: { cookies: Cookies; url: URL }): void => {
	for (const held of heldCookies(cookies)) cookies.delete(held.name, cookieOptions(url));
};

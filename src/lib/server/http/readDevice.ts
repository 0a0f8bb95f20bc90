import { randomBytes } from 'node:crypto';
import type { Handle } from '@sveltejs/kit';
import { cookieName, cookieOptions } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

/**
 * Knows a browser again by a random mark of its own, for limits per device; only a keyed hash of it is ever kept. It
 * gets the mark with the first form it posts, until it is closed: whoever only reads is given none.
 */
export const readDevice: Handle = ({ event, resolve }) => {
	const { cookies, url, request, locals } = event;
	const name = cookieName(url, 'halte-device');
	let mark = cookies.get(name);
	if (!mark && request.method === 'POST') {
		mark = randomBytes(16).toString('hex');
		cookies.set(name, mark, cookieOptions(url));
	}
	locals.device = mark ? runtime().deps.vault.hash('device', mark.slice(0, 64)) : null;
	return resolve(event);
};

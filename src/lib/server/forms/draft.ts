import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { runtime } from '#lib/server/runtime.ts';

/** The answers of one form, as typed: each field with all its values. */
export type Draft = Record<string, string[]>;

const minutes = 10;
/** What browsers keep in one cookie is 4096 bytes, its name and attributes included (RFC 6265, 6.1). */
const roomInCookie = 3500;
const context = 'draft';

type Place = { cookies: Cookies; url: URL };

const cookieName = (url: URL): string => (url.protocol === 'https:' ? '__Host-halte-draft' : 'halte-draft');

const options = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

/** `/ar/check` and `/fr/check` are the same page. */
const pageOf = (path: string): string => path.replace(/^\/[a-z]{2}(?=\/|$)/, '');

const seal = (page: string, fields: Draft, now: Date): string => {
	const plain = JSON.stringify({ page, fields, until: now.getTime() + minutes * 60_000 });
	const packed = deflateRawSync(Buffer.from(plain)).toString('base64');
	return Buffer.from(runtime().deps.vault.seal(packed, context)).toString('base64url');
};

/**
 * Keeps the answers of one page for ten minutes in a sealed cookie, while the person changes the language of the page.
 * Returns the names of the fields that did not fit, longest first: the caller shows them so that nothing is lost.
 */
export const putDraft = ({ cookies, url }: Place, path: string, fields: Draft): string[] => {
	const kept = { ...fields };
	const leftOut: string[] = [];
	const now = runtime().deps.now();
	const longestFirst = Object.keys(kept).toSorted(
		(a, b) => JSON.stringify(kept[b]).length - JSON.stringify(kept[a]).length,
	);
	let sealed = seal(pageOf(path), kept, now);
	for (const name of longestFirst) {
		if (sealed.length <= roomInCookie) break;
		delete kept[name];
		leftOut.push(name);
		sealed = seal(pageOf(path), kept, now);
	}
	cookies.set(cookieName(url), sealed, { ...options(url), maxAge: minutes * 60 });
	return leftOut;
};

/** Returns the answers kept for the page that is asked for, once; an empty draft when there are none, or they are too old. */
export const takeDraft = ({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>): Draft => {
	const sealed = cookies.get(cookieName(url));
	if (!sealed) return {};
	try {
		const packed = runtime().deps.vault.open(Buffer.from(sealed, 'base64url'), context);
		const { page, fields, until } = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()) as {
			page: string;
			fields: Draft;
			until: number;
		};
		if (page !== pageOf(url.pathname)) return {};
		cookies.delete(cookieName(url), options(url));
		return until > runtime().deps.now().getTime() ? fields : {};
	} catch {
		// Not sealed by this key, or cut: no answers to give back.
		cookies.delete(cookieName(url), options(url));
		return {};
	}
};

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { cookieName, cookieOptions, heldSignIn, ownerMark } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

/** The answers of one form, as typed: each field with all its values. */
export type Draft = Record<string, string[]>;

/** A cookie that keeps answers, and the words its seal is bound to. */
type Box = { cookie: 'halte-draft' | 'halte-later'; context: string };

const minutes = 10;
/** What browsers keep in one cookie is 4096 bytes, its name and attributes included (RFC 6265, 6.1). */
const roomInCookie = 3500;

/** For the same hands on the same page, a moment later. */
const draft: Box = { cookie: 'halte-draft', context: 'draft' };

/** For after signing in again: opens for the person whose mark it carries and for nobody else; '' for nobody yet. */
const laterOf = (owner: string): Box => ({ cookie: 'halte-later', context: `draft:${owner}` });

type Place = { cookies: Cookies; url: URL };

/** `/ar/check` and `/fr/check` are the same page. */
const pageOf = (path: string): string => path.replace(/^\/[a-z]{2}(?=\/|$)/, '');

const seal = (page: string, fields: Draft, now: Date, context: string): string => {
	const plain = JSON.stringify({ page, fields, until: now.getTime() + minutes * 60_000 });
	const packed = deflateRawSync(Buffer.from(plain)).toString('base64');
	return Buffer.from(runtime().deps.vault.seal(packed, context)).toString('base64url');
};

/** The fewest longest fields to leave out so that the rest fits, found by halving: sealing costs time. */
const sealWhatFits = (
	page: string,
	fields: Draft,
	context: string,
): { sealed: string; leftOut: string[] } => {
	const now = runtime().deps.now();
	const longestFirst = Object.keys(fields).toSorted(
		(a, b) => JSON.stringify(fields[b]).length - JSON.stringify(fields[a]).length,
	);
	const sealWithout = (count: number): string => {
		const kept = longestFirst.slice(count).map((name) => [name, fields[name] ?? []] as const);
		return seal(page, Object.fromEntries(kept), now, context);
	};
	let [fewest, most] = [0, longestFirst.length];
	while (fewest < most) {
		const middle = Math.floor((fewest + most) / 2);
		if (sealWithout(middle).length <= roomInCookie) most = middle;
		else fewest = middle + 1;
	}
	return { sealed: sealWithout(fewest), leftOut: longestFirst.slice(0, fewest) };
};

const put = ({ cookies, url }: Place, box: Box, path: string, fields: Draft): string[] => {
	const { sealed, leftOut } = sealWhatFits(pageOf(path), fields, box.context);
	cookies.set(cookieName(url, box.cookie), sealed, { ...cookieOptions(url), maxAge: minutes * 60 });
	return leftOut;
};

const take = ({ cookies, url }: Place, box: Box): Draft | null => {
	const name = cookieName(url, box.cookie);
	const sealed = cookies.get(name);
	if (!sealed) return null;
	try {
		const packed = runtime().deps.vault.open(Buffer.from(sealed, 'base64url'), box.context);
		const { page, fields, until } = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()) as {
			page: string;
			fields: Draft;
			until: number;
		};
		if (page !== pageOf(url.pathname)) return null;
		cookies.delete(name, cookieOptions(url));
		return until > runtime().deps.now().getTime() ? fields : null;
	} catch {
		// Not sealed by this key or for this person, or cut: no answers to give back.
		return null;
	}
};

/** More names than any of our forms has; what goes beyond was not typed by a person. */
const mostFields = 100;

/** The answers as posted, without the fields that steer the form itself; files cannot be kept. */
export const answersOf = (form: FormData): Draft => {
	const answers = new Map<string, string[]>();
	for (const [name, value] of form) {
		if (typeof value !== 'string' || name.startsWith('_')) continue;
		const known = answers.get(name);
		if (known) known.push(value);
		else if (answers.size < mostFields) answers.set(name, [value]);
	}
	return Object.fromEntries(answers);
};

/**
 * Keeps the answers of one page for ten minutes in a sealed cookie, while the person changes the language of the page.
 * Returns the names of the fields that did not fit, longest first: the caller shows them so that nothing is lost.
 */
export const putDraft = (place: Place, path: string, fields: Draft): string[] =>
	put(place, draft, path, fields);

/** Keeps the answers of this page while whoever was signed in here signs in again; somebody else never gets them. */
export const keepForLater = (place: Place, fields: Draft): string[] =>
	put(place, laterOf(heldSignIn(place)?.owner ?? ''), place.url.pathname, fields);

/** Returns the answers kept for the page that is asked for, once; an empty draft when there are none, or they are too old. */
export const takeDraft = (event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>): Draft => {
	const dossier = event.locals.signIn?.dossier;
	const owner = dossier ? ownerMark(runtime().deps.vault, dossier) : '';
	return take(event, draft) ?? take(event, laterOf(owner)) ?? take(event, laterOf('')) ?? {};
};

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { cookieName, cookieOptions, heldSignIn, ownerMark } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';

/** The answers of one form, as typed: each field with all its values. */
export type Draft = Record<string, string[]>;

/** A cookie that keeps answers; its name is what their seal is bound to. */
type Box = 'halte-draft' | 'halte-later';

const minutes = 10;
/** What browsers keep in one cookie is 4096 bytes, its name and attributes included (RFC 6265, 6.1). */
const roomInCookie = 3500;

/** For the same hands on the same page, a moment later. */
const draft: Box = 'halte-draft';
/** For after signing in again. */
const later: Box = 'halte-later';

type Place = { cookies: Cookies; url: URL; locals: App.Locals };

/**
 * What lies in a box: the answers of a page, the mark of the person whose page it was, '' for a page of nobody, and, when
 * it was refused with them, why, in codes.
 */
type Kept = { page: string; fields: Draft; owner: string; refusal: object | null; until: number };

/** The mark of who reads now; '' for nobody. */
const readerIn = ({ signIn }: App.Locals): string =>
	signIn ? ownerMark(runtime().deps.vault, signIn.dossier) : '';

/** Nobody gets what was typed into a page of somebody else; a draft is shown to whoever sent it a moment ago, signed in or not. */
const opensFor = (reader: string, box: Box, { owner }: Kept): boolean =>
	owner === '' || owner === reader || (box === draft && reader === '');

/** `/ar/check` and `/fr/check` are the same page. */
const pageOf = (path: string): string => path.replace(/^\/[a-z]{2}(?=\/|$)/, '');

const seal = (kept: Kept, box: Box): string => {
	const packed = deflateRawSync(Buffer.from(JSON.stringify(kept))).toString('base64');
	return Buffer.from(runtime().deps.vault.seal(packed, box)).toString('base64url');
};

/** The fewest longest fields to leave out so that the rest fits, found by halving: sealing costs time. */
const sealWhatFits = (kept: Kept, box: Box): { sealed: string; leftOut: string[] } => {
	const { fields } = kept;
	const longestFirst = Object.keys(fields).toSorted(
		(a, b) => JSON.stringify(fields[b]).length - JSON.stringify(fields[a]).length,
	);
	const sealWithout = (count: number): string => {
		const fitting = longestFirst.slice(count).map((name) => [name, fields[name] ?? []] as const);
		return seal({ ...kept, fields: Object.fromEntries(fitting) }, box);
	};
	let [fewest, most] = [0, longestFirst.length];
	while (fewest < most) {
		const middle = Math.floor((fewest + most) / 2);
		if (sealWithout(middle).length <= roomInCookie) most = middle;
		else fewest = middle + 1;
	}
	return { sealed: sealWithout(fewest), leftOut: longestFirst.slice(0, fewest) };
};

const drop = ({ cookies, url }: Place, box: Box): void =>
	cookies.delete(cookieName(url, box), cookieOptions(url));

const put = (
	{ cookies, url, locals }: Place,
	box: Box,
	path: string,
	fields: Draft,
	{ refusal = null as object | null, owner = readerIn(locals) } = {},
): string[] => {
	const until = runtime().deps.now().getTime() + minutes * 60_000;
	const kept = { page: pageOf(path), fields, owner: locals.writtenBy?.owner ?? owner, refusal, until };
	const { sealed, leftOut } = sealWhatFits(kept, box);
	cookies.set(cookieName(url, box), sealed, { ...cookieOptions(url), maxAge: minutes * 60 });
	return leftOut;
};

const look = ({ cookies, url, locals }: Place, box: Box, path = url.pathname): Kept | null => {
	const sealed = cookies.get(cookieName(url, box));
	if (!sealed) return null;
	try {
		const packed = runtime().deps.vault.open(Buffer.from(sealed, 'base64url'), box);
		const kept = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString()) as Kept;
		const isFresh = kept.page === pageOf(path) && kept.until > runtime().deps.now().getTime();
		return isFresh && opensFor(readerIn(locals), box, kept) ? kept : null;
	} catch {
		// Not sealed by this key, or cut: no answers to give back.
		return null;
	}
};

const take = (place: Place, box: Box): Draft | null => {
	const kept = look(place, box);
	// Answers that were refused belong to the address that says so, where they stay: see lookAtRefused.
	if (!kept || kept.refusal) return null;
	drop(place, box);
	return kept.fields;
};

/** An address with this in its query is that of a form that was refused. */
export const refusedMark = 'refused';

/** An address with this in its query shows the answer to what was typed there, as long as that is kept. */
export const askedMark = 'asked';

const saysWhatWasSent = ({ searchParams }: URL): boolean =>
	searchParams.has(refusedMark) || searchParams.has(askedMark);

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
 * Why they were refused comes along where the address still says that they were. Returns the names of the fields that
 * did not fit, longest first: the caller shows them so that nothing is lost.
 */
export const putDraft = (place: Place, address: string, fields: Draft): string[] => {
	const target = new URL(address, place.url);
	const before = saysWhatWasSent(target) ? look(place, draft, target.pathname) : null;
	return put(place, draft, target.pathname, fields, { refusal: before?.refusal ?? null });
};

/**
 * Keeps refused answers and why they were refused, in codes, for this page; nothing of them when they do not all fit,
 * and then it returns false.
 */
export const putRefused = (place: Place, fields: Draft, refusal: object): boolean => {
	const fits = put(place, draft, place.url.pathname, fields, { refusal }).length === 0;
	if (!fits) drop(place, draft);
	return fits;
};

/** Forgets what was typed into this page: it was taken in. */
export const dropDraft = (place: Place): void => {
	if (look(place, draft)) drop(place, draft);
};

/** Keeps the answers of this page while whoever was signed in here signs in again; somebody else never gets them. */
export const keepForLater = (place: Place, fields: Draft): string[] =>
	put(place, later, place.url.pathname, fields, { owner: heldSignIn(place)?.owner ?? '' });

/**
 * What was refused at this address. It is not taken out: the page is reloaded and come back to, and says the same each
 * time, until it is sent again or the ten minutes are over.
 */
export const lookAtRefused = (
	event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>,
): { fields: Draft; refusal: object } | null => {
	if (event.locals.refused) return event.locals.refused;
	const kept = saysWhatWasSent(event.url) ? look(event, draft) : null;
	return kept?.refusal ? { fields: kept.fields, refusal: kept.refusal } : null;
};

/** Returns the answers kept for the page that is asked for, once; an empty draft when there are none, or they are too old. */
export const takeDraft = (event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>): Draft => {
	const refused = lookAtRefused(event);
	if (refused) return refused.fields;
	return take(event, draft) ?? take(event, later) ?? {};
};

import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '#lib/domain/languages.ts';
import { insideRequestId } from './identifyRequest.ts';
import { copyMark } from './markCopies.ts';

/** The pages that open without a network once their language was visited. */
export const keptPages = [
	'',
	'/help',
	'/offices',
	'/check',
	'/verify',
	'/offline',
	'/offline?unsent',
] as const;

type Copies = { pages: Record<string, { headers: Record<string, string>; html: string }> };
type Asking = Pick<RequestEvent, 'fetch' | 'locals'>;

/** For how long the same copies are given out, in milliseconds: they are the same for everybody. */
const freshFor = 60_000;
const made = new Map<Language, { at: number; copies: Promise<Copies> }>();

/** Of one request only, or no longer true once the page is kept. */
const notKept = new Set([
	'set-cookie',
	'x-request-id',
	'cache-control',
	'content-length',
	'vary',
	'etag',
	'link',
]);

const headersOf = (response: Response): Record<string, string> =>
	Object.fromEntries([...response.headers].filter(([name]) => !notKept.has(name)));

/** Names every file from the root: a copy also stands at addresses of another depth than its own. */
const fromRoot = (html: string, address: string): string =>
	html.replace(
		/\b(href|src)="(\.\.?\/[^"]*)"/g,
		(_, name: string, path: string) => `${name}="${new URL(path, `http://halte${address}`).pathname}"`,
	);

const copy = async ({ fetch, locals }: Asking, address: string) => {
	const response = await fetch(address, {
		credentials: 'omit',
		headers: { accept: 'text/html', [copyMark]: 'yes', [insideRequestId]: locals.requestId },
	});
	// A page in trouble must not take the place of one that was kept in better times.
	if (response.status >= 500) error(503, { message: locals.requestId, code: 'database_away' });
	return response.ok
		? { headers: headersOf(response), html: fromRoot(await response.text(), address) }
		: null;
};

const make = async (asking: Asking, language: Language): Promise<Copies> => {
	const pages: Copies['pages'] = {};
	for (const path of keptPages) {
		const page = await copy(asking, `/${language}${path}`);
		if (page) pages[`/${language}${path}`] = page;
	}
	return { pages };
};

/**
 * The public pages of a language as nobody in particular sees them, all in one answer, for devices to keep. They are
 * rendered without any cookie, so they hold nothing of whoever asks. Answers 503 while one of them cannot be made.
 */
export const publicCopies = (asking: Asking, language: Language, now: number): Promise<Copies> => {
	const known = made.get(language);
	if (known && now - known.at < freshFor) return known.copies;
	const copies = make(asking, language);
	made.set(language, { at: now, copies });
	copies.catch(() => made.delete(language));
	return copies;
};

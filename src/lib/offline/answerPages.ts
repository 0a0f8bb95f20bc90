import { copyOf, offlinePage, readsCopy } from './copies.ts';
import { patience, within } from './patience.ts';
import type { FetchEvent } from './workerScope.ts';

type Asked = { request: Request; url: URL; event: FetchEvent };

/** The status of what stands in for an answer: the server could not be asked (RFC 9110, 15.6.4). */
const standIn = async (copy: Response, html?: string): Promise<Response> =>
	new Response(html ?? (await copy.text()), { status: 503, headers: copy.headers });

const attribute = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The browser began to ask for the page while the worker was still waking up, where it can. */
const asked = async ({ request, event }: Asked): Promise<Response> =>
	(await event.preloadResponse) ?? fetch(request);

/** Asks the server for a page; without a network, the copy of a public page, else the page that says so. Keeps nothing. */
export const answerPage = async (page: Asked): Promise<Response> => {
	const answer = asked(page);
	// It may fail before anybody waits for it.
	answer.catch(() => {});
	const copy = await copyOf(page.url);
	try {
		return await within(copy ? patience.withCopy : patience.without, answer);
	} catch {
		if (copy) {
			readsCopy(page.event.resultingClientId);
			return copy;
		}
		const offline = await offlinePage(page.url);
		// Nothing was ever kept here: as if there were no worker.
		return offline ? standIn(offline) : answer;
	}
};

/** The fields of a form as hidden ones, in their order; files cannot be carried. */
const hiddenFields = (form: FormData): string =>
	[...form]
		.filter((field): field is [string, string] => typeof field[1] === 'string')
		.map(([name, value]) => `<input type="hidden" name="${attribute(name)}" value="${attribute(value)}">`)
		.join('');

/**
 * Sends a form; without a network, a page that says that nothing was sent and carries every field along, so that it can be
 * sent from there later. That page is made for this answer and kept nowhere.
 */
export const sendForm = async ({ request, url }: Asked): Promise<Response> => {
	const again = request.clone();
	try {
		return await fetch(request);
	} catch (away) {
		const page = await offlinePage(url, '?unsent');
		if (!page) throw away;
		const action = attribute(url.pathname + url.search);
		// A function: what people write may hold `$&`.
		const fields = hiddenFields(await again.formData());
		const html = (await page.clone().text()).replace(
			/action="[^"]*#unsent"([^>]*)>/,
			(_, rest: string) => `action="${action}"${rest}>${fields}`,
		);
		return standIn(page, html);
	}
};

import { fail, redirect } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { samePage } from '#lib/i18n/samePage.ts';
import { askedMark, lookAtRefused, putRefused, refusedMark } from './draft.ts';
import type { Draft } from './draft.ts';

// A page shown in answer to a post cannot be come back to: nothing is stored, so the back button ends in the browser's
// own error page. So what is refused leads to an address, and the page of that address says why.

/** Where the list of faults is on a page: the browser puts the focus there, without any script. */
const faults = '#error-summary';

type Asked = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

const addressWith = (mark: typeof refusedMark | typeof askedMark, { url, locals }: Asked): string => {
	const address = new URL(samePage(url, locals.language), url);
	// How somebody came to be signed out is no news any more, and on a shared device it would forget what was typed.
	address.searchParams.delete('left');
	address.searchParams.delete(refusedMark);
	address.searchParams.set(mark, '');
	return address.pathname + address.search;
};

// Every page gives a cookie: a browser that brings none does not keep them.
const keepsCookies = ({ request }: Pick<RequestEvent, 'request'>): boolean => request.headers.has('cookie');

/** Refuses a form: leads to its page, which shows what was typed and why it was refused, see {@link refusalOf}. */
export const refuseForm = (
	event: Asked & Pick<RequestEvent, 'request'>,
	fields: Draft,
	refusal: object,
): ActionFailure<Record<string, never>> => {
	if (keepsCookies(event) && putRefused(event, fields, refusal))
		redirect(303, addressWith(refusedMark, event) + faults);
	// Nowhere to keep it, or longer than a cookie: shown in answer to the post. Coming back to that fails, but nothing is
	// lost before.
	event.locals.refused = { fields, refusal };
	return fail(400, {});
};

/**
 * Shows the answer to a question that may stand in no address: leads to its page, which looks at what was asked, see
 * {@link askedOf}, and answers at `fragment`.
 */
export const answerForm = (
	event: Asked & Pick<RequestEvent, 'request'>,
	fields: Draft,
	fragment: `#${string}`,
): Record<string, never> => {
	if (keepsCookies(event) && putRefused(event, fields, { asked: true }))
		redirect(303, addressWith(askedMark, event) + fragment);
	event.locals.refused = { fields, refusal: { asked: true } };
	return {};
};

/** What was asked at this address, as {@link answerForm} was told; null when nothing was, or it is forgotten by now. */
export const askedOf = (event: Asked): Draft | null => {
	const sent = lookAtRefused(event);
	return sent && 'asked' in sent.refusal ? sent.fields : null;
};

/** Why the form of this page was refused, as {@link refuseForm} was told; null when it was not. */
export const refusalOf = <Refusal extends object>(event: Asked): Refusal | null =>
	(lookAtRefused(event)?.refusal ?? null) as Refusal | null;

/** Refuses a form of choices: leads to its page with the reason, and what else it needs to say, as codes in its address. */
export const refuseChoice = (
	{ url }: Pick<RequestEvent, 'url'>,
	codes: Record<string, string> & { refused: string },
): never => redirect(303, `${url.pathname}?${new URLSearchParams(codes)}${faults}`);

/** The reason in the address, when it is one of those that are known. */
export const choiceRefusal = <Code extends string>(url: URL, known: readonly Code[]): Code | null =>
	known.find((code) => code === url.searchParams.get(refusedMark)) ?? null;

import type { Handle, RequestEvent } from '@sveltejs/kit';
import { heldSignIn } from '#lib/server/auth/signInCookie.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refusalPage } from './refusalPage.ts';

const fieldOf = (owner: string): string => `_for-${owner}`;
const postForm = /<form (?=[^>]*method="post")[^>]*>/g;
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/;

/** Whose page was posted from; null when it says nothing, or cannot be read: the route says so then. */
const madeFor = async ({ request }: RequestEvent): Promise<string | null> => {
	const said = request.headers.get('x-halte-for');
	if (said) return said;
	if (request.method !== 'POST' || !formTypes.test(request.headers.get('content-type') ?? '')) return null;
	const form = await readForm(request).catch(() => null);
	return [...(form?.keys() ?? [])].find((name) => name.startsWith(fieldOf(''))) ?? null;
};

/**
 * Puts into every form of a page whose page it is, and refuses with 409 what comes from a page of one person when
 * another is signed in by now: a tab left open writes into nobody else's file. That the name of the field is the mark of
 * the person also keeps browsers from filling the form in again, by the way back, once they signed out: to a browser it
 * is another form then.
 */
export const nameOwners: Handle = async ({ event, resolve }) => {
	const owner = event.locals.signIn && heldSignIn(event)?.owner;
	if (!owner) return resolve(event);
	const own = fieldOf(owner);
	const field = await madeFor(event);
	if (field && field !== own) return refusalPage(event, 'other_person');
	const hidden = `<input type="hidden" name="${own}">`;
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace(postForm, (form) => form + hidden),
	});
};

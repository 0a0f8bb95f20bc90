import type { Handle, RequestEvent } from '@sveltejs/kit';
import { heldSignIn } from '#lib/server/auth/signInCookie.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refusalPage } from './refusalPage.ts';

/** The field by which a form says whose page it is on, and on what kind of device. */
const fieldOf = (owner: string, sharedDevice: boolean): string =>
	`_for-${owner}${sharedDevice ? '.shared' : ''}`;
const ownField = /^_for-([0-9a-f]{32})(\.shared)?$/;
const postForm = /<form (?=[^>]*method="post")[^>]*>/g;
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/;

/** Whose page was posted from; null when it says nothing, or cannot be read: the route says so then. */
const writtenBy = async ({ request }: RequestEvent): Promise<App.Locals['writtenBy']> => {
	const said = request.headers.get('x-halte-for');
	const isForm = request.method === 'POST' && formTypes.test(request.headers.get('content-type') ?? '');
	const form = isForm && !said ? await readForm(request).catch(() => null) : null;
	for (const name of [said ?? '', ...(form?.keys() ?? [])]) {
		const [, owner, shared] = ownField.exec(name) ?? [];
		if (owner) return { owner, sharedDevice: shared !== undefined };
	}
	return null;
};

/**
 * Puts into every form of a page whose page it is, and refuses with 409 what comes from a page of one person when
 * another is signed in by now: a tab left open writes into nobody else's file. That the name of the field is the mark of
 * the person also keeps browsers from filling the form in again, by the way back, once they signed out: to a browser it
 * is another form then.
 */
export const nameOwners: Handle = async ({ event, resolve }) => {
	const { locals } = event;
	locals.writtenBy = await writtenBy(event);
	const held = heldSignIn(event);
	if (!held && locals.writtenBy?.sharedDevice) locals.othersDevice = 'left';
	const owner = locals.signIn && held?.owner;
	if (!owner) return resolve(event);
	if (locals.writtenBy && locals.writtenBy.owner !== owner) return refusalPage(event, 'other_person');
	const hidden = `<input type="hidden" name="${fieldOf(owner, locals.othersDevice === 'in_use')}">`;
	return resolve(event, {
		transformPageChunk: ({ html }) => html.replace(postForm, (form) => form + hidden),
	});
};

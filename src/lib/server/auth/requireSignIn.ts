import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { answersOf, keepForLater } from '#lib/server/forms/draft.ts';
import { answerDatabaseAway } from '#lib/server/http/databaseAway.ts';

type Asked = Pick<RequestEvent, 'cookies' | 'url'> & { locals: App.Locals };

/** From a device of others by the page of farewell, which keeps nothing there and takes every other tab along. */
const signInAddress = ({ url, locals }: Asked): string => {
	// Kit's `?/action` is no place to come back to: the page itself is.
	const search = url.search.replace(/^\?\/\w+&?/, '?');
	const to = url.pathname + (search === '?' ? '' : search);
	const isLeft = locals.othersDevice === 'left';
	return `/${locals.language}/sign-in?${new URLSearchParams({ ...(isLeft && { left: 'time' }), to })}`;
};

/** The person who is signed in; everybody else is shown the way to the sign-in page, and from there back to here. */
export const requireSignIn = (event: Asked): NonNullable<App.Locals['signIn']> => {
	if (event.locals.signIn) return event.locals.signIn;
	if (event.locals.databaseAway) answerDatabaseAway();
	redirect(303, signInAddress(event));
};

/** The same for a form action: what was typed comes back after signing in again, to the same person only. */
export const requireSignInKeeping = (event: Asked, form: FormData): NonNullable<App.Locals['signIn']> => {
	if (!event.locals.signIn && !event.locals.databaseAway) keepForLater(event, answersOf(form));
	return requireSignIn(event);
};

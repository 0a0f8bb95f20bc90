import { redirect } from '@sveltejs/kit';
import { arrive } from '#lib/server/auth/identityProvider.ts';
import { cookieName, cookieOptions, heldSignIn, holdSignIn } from '#lib/server/auth/signInCookie.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { afterSignIn } from '#lib/server/http/afterSignIn.ts';
import { runtime } from '#lib/server/runtime.ts';
import { signInWithNumber } from '#lib/services/signInWithNumber.ts';
import type { RequestHandler } from './$types';

/** Where the identity provider sends people back to, in the language in which they left. */
export const GET: RequestHandler = async (event) => {
	const { url, cookies, locals } = event;
	const { deps, settings } = runtime();
	const name = cookieName(url, 'halte-trip');
	const id = cookies.get(name);
	cookies.delete(name, cookieOptions(url));
	const arrival =
		settings.oidc && id ? await arrive(deps, settings.oidc, settings.origin, url.search, id) : null;
	if (!arrival) redirect(303, `/${locals.language}/sign-in/refused?why=provider_refused`);
	const { trip, number } = arrival;
	const refused = (why: string) => redirect(303, `/${trip.language}/sign-in/refused?why=${why}`);
	if (!number.ok) return refused(number.reason);
	const result = await signInWithNumber(deps, actorOf(event), {
		nationalNumber: number.value,
		sharedDevice: trip.sharedDevice,
		replaces: heldSignIn(event)?.token ?? null,
	});
	if (!result.ok) return refused(result.reason);
	holdSignIn(event, deps.vault, result.value);
	redirect(303, afterSignIn(trip.to, url.origin, trip.language));
};

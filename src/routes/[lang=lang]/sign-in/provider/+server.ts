import { redirect } from '@sveltejs/kit';
import { depart, tripMinutes } from '#lib/server/auth/identityProvider.ts';
import { cookieName, cookieOptions } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/**
 * Sends somebody to the identity provider. A link and no form: `form-action 'self'` holds for every hop of a form, and
 * where a provider leads its people is its own affair (Content Security Policy 3, 6.4.1).
 */
export const GET: RequestHandler = async ({ url, locals, cookies }) => {
	const { deps, settings } = runtime();
	if (!settings.oidc) redirect(303, `/${locals.language}/sign-in`);
	const sharedDevice = url.searchParams.get('shared') === 'yes';
	if (sharedDevice) locals.othersDevice = 'in_use';
	const departure = await depart(deps, settings.oidc, settings.origin, {
		language: locals.language,
		to: url.searchParams.get('to'),
		sharedDevice,
	});
	if (!departure.ok) redirect(303, `/${locals.language}/sign-in/refused?why=${departure.reason}`);
	const { trip, address } = departure.value;
	cookies.set(cookieName(url, 'halte-trip'), trip, { ...cookieOptions(url), maxAge: tripMinutes * 60 });
	redirect(303, address);
};

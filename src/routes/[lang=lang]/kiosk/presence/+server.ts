import { heldSignIn } from '#lib/server/auth/signInCookie.ts';
import { openPage } from '../../../../kiosk/openPage.server.ts';
import type { RequestHandler } from './$types';

/** Stays open as long as the page of somebody who signed in at this screen is; 204 when nobody did. */
export const GET: RequestHandler = (event) => {
	const held = event.locals.signIn?.kiosk ? heldSignIn(event) : null;
	if (!held) return new Response(null, { status: 204 });
	return new Response(openPage(held.token), { headers: { 'content-type': 'text/plain' } });
};

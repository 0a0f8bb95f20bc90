import { visitAt } from '../../../../kiosk/visit.server.ts';
import type { RequestHandler } from './$types';

/**
 * Somebody touched the screen: being asked is all it takes, see enterKiosk and readSignIn. 205 tells a page whose visit
 * is over to empty itself (RFC 9110, 15.3.6).
 */
export const POST: RequestHandler = (event) =>
	new Response(null, { status: visitAt(event) === 'going' ? 204 : 205 });

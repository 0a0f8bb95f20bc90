import type { RequestHandler } from './$types';

/** Somebody touched the screen: being asked is all it takes, see enterKiosk and readSignIn. */
export const POST: RequestHandler = () => new Response(null, { status: 204 });

import { optionsToAdd } from '#lib/server/auth/passkeys.ts';
import { whyNoPasskey } from '#lib/server/http/whyNoPasskey.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** What to ask the browser for when somebody adds a passkey on their own device. */
export const POST: RequestHandler = async ({ locals }) => {
	const { signIn } = locals;
	if (!signIn || signIn.sharedDevice) return whyNoPasskey(locals);
	const { deps, settings } = runtime();
	return Response.json(await optionsToAdd(deps, settings.origin, signIn));
};

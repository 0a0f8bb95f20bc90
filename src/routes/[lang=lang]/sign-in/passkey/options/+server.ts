import { optionsToSignIn } from '#lib/server/auth/passkeys.ts';
import { runtime } from '#lib/server/runtime.ts';

/** What to ask the browser for when somebody signs in with a passkey. */
export const POST = async () => {
	const { deps, settings } = runtime();
	return Response.json(await optionsToSignIn(deps, settings.origin));
};

import { finishSigningIn } from '#lib/server/auth/passkeys.ts';
import { heldSignIn, holdSignIn } from '#lib/server/auth/signInCookie.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { afterSignIn } from '#lib/server/http/afterSignIn.ts';
import { readJson } from '#lib/server/http/readJson.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Signs in with a passkey: answers where to go on, or why not. */
export const POST: RequestHandler = async (event) => {
	const { url, locals, request } = event;
	const { deps, settings } = runtime();
	const sharedDevice = url.searchParams.get('shared') === 'yes';
	const replaces = heldSignIn(event)?.token ?? null;
	const result = await finishSigningIn(deps, actorOf(event), settings.origin, await readJson(request), {
		sharedDevice,
		replaces,
	});
	if (!result.ok) return Response.json({ reason: result.reason }, { status: 400 });
	holdSignIn(event, deps.vault, result.value);
	return Response.json({ to: afterSignIn(url.searchParams.get('to'), url.origin, locals.language) });
};

import { finishAdding } from '#lib/server/auth/passkeys.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { readJson } from '#lib/server/http/readJson.ts';
import { whyNoPasskey } from '#lib/server/http/whyNoPasskey.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** Keeps a passkey that the browser has just made; answers where to go on, or why not. */
export const POST: RequestHandler = async (event) => {
	const { locals, request } = event;
	if (!locals.signIn || locals.signIn.sharedDevice) return whyNoPasskey(locals);
	const { deps, settings } = runtime();
	const result = await finishAdding(deps, actorOf(event), settings.origin, await readJson(request));
	if (!result.ok) return Response.json({ reason: result.reason }, { status: 400 });
	return Response.json({ to: `/${locals.language}/me?kept=passkey#passkeys` });
};

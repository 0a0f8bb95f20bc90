import { readPushAddress } from '#lib/server/forms/pushAddress.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { readJson } from '#lib/server/http/readJson.ts';
import { whyNoPasskey } from '#lib/server/http/whyNoPasskey.ts';
import { runtime } from '#lib/server/runtime.ts';
import { addBrowser } from '#lib/services/keepMessagePreference.ts';
import type { RequestHandler } from './$types';

/** Keeps a browser that may show its person's messages; answers where to go on, or why not. */
export const POST: RequestHandler = async (event) => {
	const { locals, request } = event;
	if (!locals.signIn || locals.signIn.sharedDevice) return whyNoPasskey(locals);
	const { deps, settings } = runtime();
	const address = readPushAddress(await readJson(request), settings.push?.services ?? []);
	if (!address) return Response.json({ reason: 'no_push_service' }, { status: 400 });
	const added = await addBrowser(deps, actorOf(event), address);
	if (!added.ok) return Response.json({ reason: added.reason }, { status: 400 });
	return Response.json({ to: `/${locals.language}/me?kept=push#message-ways` });
};

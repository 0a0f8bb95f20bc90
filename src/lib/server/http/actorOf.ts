import type { Actor } from '#lib/services/actor.ts';

/** Who asks, by the web or at a kiosk: the newcomer who is signed in, else somebody unknown. */
export const actorOf = ({ locals }: { locals: App.Locals }): Actor => ({
	kind: locals.signIn ? 'newcomer' : 'anonymous',
	id: locals.signIn?.dossier ?? null,
	channel: locals.kiosk ? 'kiosk' : 'web',
	device: locals.device,
});

import type { Actor } from '#lib/services/actor.ts';
import { announce } from '#lib/services/announce.ts';
import { giveUpMessage } from '#lib/services/giveUpMessage.ts';
import { keepMessagePreference } from '#lib/services/keepMessagePreference.ts';
import type { Deps } from '#lib/services/ports.ts';
import { demonstrationPeople, dossierOf } from './people.ts';
import type { StageName } from './stages.ts';

const atStage = (deps: Deps, name: StageName): string[] =>
	demonstrationPeople.filter(({ stage }) => stage.name === name).map((each) => dossierOf(deps.vault, each));

/**
 * Lets some people say that they look themselves, tells those who have a seat or wait for one, and leaves one message a
 * language that reached nobody. Nobody invented has a number or an address: their messages are shown in Halte only.
 */
export const giveMessages = async (deps: Deps): Promise<void> => {
	for (const dossier of [...atStage(deps, 'in_course'), ...atStage(deps, 'waiting')]) {
		const actor: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null };
		await keepMessagePreference(deps, actor, { channels: [], phone: null, email: null });
		await tell(deps, dossier);
	}
	for (const dossier of atStage(deps, 'almost_there')) await loseOne(deps, dossier);
};

/** Writes about a seat or a place in line, unless that was done when it was given. */
const tell = (deps: Deps, dossier: string): Promise<void> =>
	deps.store.transact(async (tx) => {
		if ((await tx.messages.ofDossier(dossier, 1)).length > 0) return;
		const at = deps.now();
		for (const { id: booking, session } of await tx.bookings.ofDossier(dossier))
			await announce(tx, deps, { dossier, kind: 'booked', session, booking }, at);
		for (const { session } of await tx.bookings.waitingOf(dossier, at))
			await announce(tx, deps, { dossier, kind: 'line_joined', session }, at);
	});

const loseOne = async (deps: Deps, dossier: string): Promise<void> => {
	const lost = await deps.store.transact(async (tx) => {
		if ((await tx.messages.ofDossier(dossier, 1)).length > 0) return null;
		return announce(tx, deps, { dossier, kind: 'line_left', session: null }, deps.now());
	});
	if (lost) await giveUpMessage(deps, lost);
};

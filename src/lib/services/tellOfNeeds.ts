import { lostWith } from '#lib/domain/needs.ts';
import type { Session } from '#lib/domain/course.ts';
import { announce } from './announce.ts';
import { sealMessageFacts } from './messageFacts.ts';
import { needsOf } from './needs.ts';
import type { Deps, Tx } from './ports.ts';

/**
 * Tells everybody with a seat who counted on something that a session had and has no more: a way in without steps,
 * childcare, a language, its woman teacher. What it is stays sealed with the person's key. The caller has locked its row.
 */
export const tellOfNeeds = async (
	tx: Tx,
	deps: Pick<Deps, 'vault' | 'random'>,
	{ known, session }: { known: Session; session: Session },
	at: Date,
): Promise<void> => {
	const standing = (await tx.bookings.everIn(session.id)).filter(({ cancelledAt }) => !cancelledAt);
	for (const { dossier: id, id: booking } of standing.toSorted(byDossier)) {
		const dossier = await tx.dossiers.find(id);
		if (!dossier?.personKey) continue;
		const needs = await needsOf(tx, deps.vault, dossier);
		const lost = lostWith({ needs, language: dossier.language }, known, session);
		if (lost.length === 0) continue;
		const facts = sealMessageFacts(deps.vault, dossier.personKey, { lost });
		await announce(tx, deps, { dossier: id, kind: 'needs_unsure', session: session.id, booking, facts }, at);
	}
};

/** In one order for everybody who writes about dossiers. */
const byDossier = (one: { dossier: string }, other: { dossier: string }): number =>
	one.dossier < other.dossier ? -1 : 1;

import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { Session } from '#lib/domain/course.ts';
import { whyStale } from '#lib/domain/messageStale.ts';
import type { StaleReason } from '#lib/domain/messageStale.ts';
import { unsureIn } from '#lib/domain/needs.ts';
import type { Unsure } from '#lib/domain/needs.ts';
import { suspensionOn } from '#lib/domain/status.ts';
import type { MessageSaid } from './messageNotice.ts';
import { needsOf } from './needs.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Message } from './ports/messages.ts';
import type { Deps, Tx, Vault } from './ports.ts';

/** Takes a message, what it says now and its person, and returns why it is not true any more, as everything is now, or null. */
export async function staleReason(
	tx: Tx,
	{ vault }: Pick<Deps, 'vault'>,
	message: Message,
	{ notice: { session }, offer, lost }: MessageSaid,
	dossier: Dossier,
	at: Date,
): Promise<StaleReason | null> {
	const booking = message.booking === null ? null : await tx.bookings.find(message.booking);
	const seats = message.session === null ? [] : await tx.bookings.ofDossier(dossier.id);
	const waiting = message.session === null ? [] : await tx.bookings.waitingOf(dossier.id, at);
	const kept = await tx.pathways.read(dossier.id);
	return whyStale(
		{
			kind: message.kind,
			aboutOn: message.aboutOn,
			erased: dossier.personKey === null || dossier.person === null,
			closed: dossier.closedOn !== null,
			suspended: suspensionOn(kept?.suspensions ?? [], brusselsToday(at)) !== null,
			session,
			calledOff: session?.calledOff ?? false,
			hasSeat: seats.some((seat) => seat.session === message.session),
			inLine: waiting.some((place) => place.session === message.session),
			bookingStands: message.booking === null ? null : booking !== null && booking.cancelledAt === null,
			stillLost: session && lost && (await isStillLost(tx, vault, lost, dossier, session)),
			offerRuns: message.offer === null ? null : offer !== null,
			attestation: await attestationNow(tx, message),
		},
		at,
	);
}

/**
 * How the attestation stands that a message names. After a corrected attendance was corrected back, another one stands for
 * the same fact, and nobody need know; one whose data was wrong is to be thrown away, whatever took its place.
 */
async function attestationNow(
	tx: Tx,
	{ codes, dossier }: Message,
): Promise<'stands' | 'revoked' | 'attested_again' | null> {
	const id = codes['attestation'];
	if (id === undefined) return null;
	const own = await tx.attestations.ofDossier(dossier);
	const named = own.find((each) => each.id === id);
	if (named?.revokedAt === null) return 'stands';
	const stands = own.some(
		({ kind, session, revokedAt }) => kind === named?.kind && session === named.session && revokedAt === null,
	);
	return stands && named?.revokedFor === 'fact_withdrawn' ? 'attested_again' : 'revoked';
}

/** Whether anything of what a person could no longer count on is still so: they may need it no more, or it is back. */
async function isStillLost(tx: Tx, vault: Vault, lost: Unsure[], dossier: Dossier, session: Session) {
	const needs = await needsOf(tx, vault, dossier);
	const unsure = unsureIn({ needs, language: dossier.language }, session);
	return lost.some((each) => unsure.includes(each));
}

import type { Unsure } from '#lib/domain/needs.ts';
import { openMessageFacts } from './messageFacts.ts';
import type { Notice } from './ports/channels.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Hold } from './ports/holds.ts';
import type { Message } from './ports/messages.ts';
import type { Deps, Tx } from './ports.ts';

/** What a message says now; `offer`: the seat that it offers, as long as it is kept; `lost` is said to no channel. */
export type MessageSaid = { notice: Notice; offer: Hold | null; lost: Unsure[] | null };

async function offerOf(tx: Tx, { dossier, offer }: Message, at: Date): Promise<Hold | null> {
	if (offer === null) return null;
	return (await tx.holds.ofDossier(dossier, at)).find(({ id }) => id === offer) ?? null;
}

/** What a message says now, and what of the person's needs it is about; that is said to no channel. */
export async function noticeOf(
	tx: Tx,
	{ vault }: Pick<Deps, 'vault'>,
	message: Message,
	dossier: Dossier,
	at: Date,
): Promise<MessageSaid> {
	const session = message.session === null ? null : await tx.courses.findSession(message.session);
	const course = session === null ? null : await tx.courses.find(session.course);
	const [frontDesk] = await tx.offices.list({ kind: 'front_desk' });
	const [counter = null] = frontDesk ? [] : await tx.offices.list({ kind: 'commune' });
	const office = course === null ? null : await tx.offices.find(course.office);
	const offer = await offerOf(tx, message, at);
	const codes = offer ? { ...message.codes, until: offer.until.toISOString() } : message.codes;
	const { id, kind, aboutOn, writtenAt, booking } = message;
	const notice: Notice = {
		...{ id, kind, aboutOn, codes, writtenAt, booking, session, course, office },
		language: dossier.language,
		frontDesk: frontDesk ?? counter,
	};
	return { notice, offer, lost: openMessageFacts(vault, dossier.personKey, message.facts)?.lost ?? null };
}

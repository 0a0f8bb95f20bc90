import type { Course, Session } from '#lib/domain/course.ts';
import type { MessageChannel } from '#lib/domain/message.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { openMessageContact } from './messageContact.ts';
import type { MessageContact } from './messageContact.ts';
import { openMessageFacts } from './messageFacts.ts';
import type { MessageFactsKept } from './messageFacts.ts';
import type { Message } from './ports/messages.ts';
import type { Deps } from './ports.ts';

/** The messages that are shown at once; the export holds all. */
const mostMessages = 100;

/**
 * One message with what its words are made of: as that was when it left; as it is now for one that is still to leave,
 * and for those of a time when nobody kept it.
 */
export type MessageSeen = Message & { about: { session: Session; course: Course } | null };

/** How the actor is written to, what Halte wrote, and what did not reach them. */
export type MessagesSeen = {
	ready: readonly MessageChannel[];
	/** In their order; none: they look themselves; null: they never said. */
	channels: MessageChannel[] | null;
	contact: MessageContact;
	/** How many of their browsers show messages. */
	browsers: number;
	messages: MessageSeen[];
	undelivered: boolean;
};

/** Shows the actor how they are written to and all that Halte wrote; refuses when they have no dossier. */
export const viewMessages = (
	{ store, vault, now, channels: { ready } }: Pick<Deps, 'store' | 'vault' | 'now' | 'channels'>,
	actor: Actor,
): Promise<Result<MessagesSeen, 'no_dossier'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? await tx.dossiers.find(actor.id ?? '') : null;
		if (!dossier) return refuse('no_dossier');
		const preference = await tx.messages.preferenceOf(dossier.id);
		const messages = await tx.messages.ofDossier(dossier.id, mostMessages);
		const sessions = [...new Set(messages.flatMap(({ session }) => session ?? []))];
		const about = new Map(
			(await tx.courses.offered({ sessions, at: now() })).map((each) => [each.session.id, each] as const),
		);
		return ok({
			ready,
			channels: preference?.channels ?? null,
			contact: openMessageContact(vault, dossier.personKey, preference?.contact ?? null),
			browsers: (await tx.messages.browsersOf(dossier.id)).length,
			messages: messages.map((each) =>
				asWritten(
					each,
					openMessageFacts(vault, dossier.personKey, each.facts),
					about.get(each.session ?? '') ?? null,
				),
			),
			undelivered: messages.some(({ state }) => state === 'undelivered'),
		});
	});

const asWritten = (
	message: Message,
	kept: Partial<MessageFactsKept> | null,
	now: MessageSeen['about'],
): MessageSeen => {
	const { course, session, codes = message.codes } = kept ?? {};
	return { ...message, codes, about: course && session ? { course, session } : now };
};

/** Whether a message did not reach the actor that nobody has told them yet. */
export const hasUndelivered = async ({ store }: Pick<Deps, 'store'>, actor: Actor): Promise<boolean> => {
	const dossier = actor.kind === 'newcomer' ? actor.id : null;
	if (dossier === null) return false;
	return (await store.look((tx) => tx.messages.undelivered(dossier))).length > 0;
};

/** The ways the actor chose to be written to, in their order; none: they look themselves; null: they never said. */
export const chosenChannels = async (
	{ store }: Pick<Deps, 'store'>,
	actor: Actor,
): Promise<MessageChannel[] | null> => {
	const dossier = actor.kind === 'newcomer' ? actor.id : null;
	if (dossier === null) return null;
	return (await store.look((tx) => tx.messages.preferenceOf(dossier)))?.channels ?? null;
};

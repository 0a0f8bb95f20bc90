import type { Course, Session } from '#lib/domain/course.ts';
import type { Unsure } from '#lib/domain/needs.ts';
import type { Vault } from './ports.ts';

/** What the words of a message were made of: the course and the session as they were when it left, not as they are. */
export type MessageFactsKept = {
	course: Course | null;
	session: Session | null;
	codes: Record<string, string>;
	/** What the person can no longer count on; never part of the words. */
	lost?: Unsure[];
};

/** Takes the person's wrapped key and what a message says and returns it sealed. */
export const sealMessageFacts = (
	vault: Vault,
	personKey: Uint8Array,
	facts: Partial<MessageFactsKept>,
): Uint8Array => vault.sealPerson(personKey, JSON.stringify(facts));

/** Takes the person's wrapped key (null once they were erased) and what was sealed, and returns what a message says. */
export const openMessageFacts = (
	vault: Vault,
	personKey: Uint8Array | null,
	sealed: Uint8Array | null,
): Partial<MessageFactsKept> | null =>
	personKey && sealed ? (JSON.parse(vault.openPerson(personKey, sealed)) as Partial<MessageFactsKept>) : null;

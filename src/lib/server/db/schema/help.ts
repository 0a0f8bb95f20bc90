import { sql } from 'drizzle-orm';
import { bigint, boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { dossier } from './dossiers.ts';

/** "Call me back": who to reach, how, when and about what; never the facts of a case. */
export const callback = pgTable(
	'callback',
	{
		id: uuid().primaryKey(),
		/** The short code that the person keeps and asks with. */
		code: text().notNull().unique(),
		dossier: text().references(() => dossier.id),
		topic: text().notNull(),
		language: text().notNull(),
		/** `phone`, `email`, `video_sign_language`, `counter`. */
		way: text().notNull(),
		/** Number or address, sealed; emptied seven days after closing. */
		contact: bytes(),
		/** Keyed hash of the contact or the dossier: one open request per person and topic. */
		personHash: bytes('person_hash').notNull(),
		/** Who may pick up: `only_me`, `someone_else`. The other person's name is sealed. */
		pickUp: text('pick_up').notNull(),
		otherPerson: bytes('other_person'),
		maySayWho: boolean('may_say_who').notNull(),
		windowStart: instant('window_start').notNull(),
		windowEnd: instant('window_end').notNull(),
		channel: text().notNull(),
		openedAt: instant('opened_at').notNull(),
		claimedBy: text('claimed_by'),
		claimedUntil: instant('claimed_until'),
		closedAt: instant('closed_at'),
		outcome: text(),
		contactDeletedAt: instant('contact_deleted_at'),
	},
	(table) => [
		uniqueIndex('callback_one_open')
			.on(table.personHash, table.topic)
			.where(sql`${table.closedAt} is null`),
		index('callback_window').on(table.windowStart),
	],
);

/** One try to reach the person. */
export const callbackAttempt = pgTable(
	'callback_attempt',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		callback: uuid()
			.notNull()
			.references(() => callback.id),
		at: instant('at').notNull(),
		result: text().notNull(),
		by: text(),
	},
	(table) => [index('callback_attempt_callback').on(table.callback)],
);

/** What went wrong, said by the person; first for the service itself. */
export const complaint = pgTable('complaint', {
	id: uuid().primaryKey(),
	code: text().notNull().unique(),
	dossier: text().references(() => dossier.id),
	subject: text().notNull(),
	commune: text(),
	office: text(),
	language: text().notNull(),
	/** The person's own words and how to answer them, sealed. */
	words: bytes(),
	contact: bytes(),
	channel: text().notNull(),
	openedAt: instant('opened_at').notNull(),
	answeredAt: instant('answered_at'),
});

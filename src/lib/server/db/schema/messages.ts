import { sql } from 'drizzle-orm';
import { bigint, date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { session } from './courses.ts';
import { dossier } from './dossiers.ts';

/** Something Halte has to tell one person: what kind, about which session; its words are made when it is sent. */
export const message = pgTable(
	'message',
	{
		/** Also what a gateway knows it by: sent again, it is the same message. */
		id: uuid().primaryKey(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		kind: text().notNull(),
		session: text().references(() => session.id),
		booking: uuid(),
		offer: uuid(),
		/** The meeting a reminder is about: one reminder of each kind for one booking and one day. */
		aboutOn: date('about_on', { mode: 'string' }),
		/** What else its words need and no table keeps: codes and dates, never who the person is. */
		codes: jsonb().$type<Record<string, string>>().notNull(),
		/** What its words were made of when it left, sealed with the person's key. */
		facts: bytes(),
		writtenAt: instant('written_at').notNull(),
		state: text().notNull(),
		/** Why it was dropped, or why nothing could be sent. */
		reason: text(),
		/** By what it was sent. */
		channel: text(),
		/** A letter: when somebody said that it was posted. */
		postedAt: instant('posted_at'),
		/** When it is to be sent, or tried again. */
		dueAt: instant('due_at').notNull(),
		/** Someone is sending it until then. */
		claimedUntil: instant('claimed_until'),
		settledAt: instant('settled_at'),
	},
	(table) => [
		index('message_dossier').on(table.dossier, table.writtenAt),
		index('message_waiting')
			.on(table.dueAt)
			.where(sql`${table.state} = 'waiting'`),
		index('message_undelivered')
			.on(table.settledAt)
			.where(sql`${table.state} = 'undelivered'`),
		uniqueIndex('message_one_reminder')
			.on(table.booking, table.kind, table.aboutOn)
			.where(sql`${table.aboutOn} is not null`),
	],
);

/** One try to send a message by one channel; `result` is null while it lasts, and where its process was killed. */
export const messageAttempt = pgTable(
	'message_attempt',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		message: uuid()
			.notNull()
			.references(() => message.id),
		channel: text().notNull(),
		at: instant('at').notNull(),
		result: text(),
	},
	(table) => [index('message_attempt_message').on(table.message)],
);

/** How one person wants to be written to. */
export const messagePreference = pgTable('message_preference', {
	dossier: text()
		.primaryKey()
		.references(() => dossier.id),
	/** In the person's order; none: "I will look myself"; null: they never said. */
	channels: text().array(),
	/** Number and e-mail address, sealed with the person's key. */
	contact: bytes(),
	changedAt: instant('changed_at').notNull(),
});

/** A browser that a person allowed to show messages. */
export const pushSubscription = pgTable(
	'push_subscription',
	{
		id: uuid().primaryKey(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		/** Keyed hash of its address: one browser shows the messages of one person, the last who asked. */
		endpointHash: bytes('endpoint_hash').notNull().unique(),
		/** Address and keys, sealed with the person's key. */
		subscription: bytes().notNull(),
		addedAt: instant('added_at').notNull(),
	},
	(table) => [index('push_subscription_dossier').on(table.dossier)],
);

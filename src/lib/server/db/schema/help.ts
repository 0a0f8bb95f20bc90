import { sql } from 'drizzle-orm';
import { bigint, boolean, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { dossier } from './dossiers.ts';
import { office } from './offices.ts';

/**
 * "Call me back": one person's one open request about one topic: who to reach, how and about what; never the facts of a
 * case. Asking again joins it: each time of asking is a row of `callback_ask`.
 */
export const callback = pgTable(
	'callback',
	{
		id: uuid().primaryKey(),
		/** The code of the first time of asking: what agents call the request. */
		code: text().notNull().unique(),
		dossier: text().references(() => dossier.id),
		topic: text().notNull(),
		language: text().notNull(),
		/** `phone`, `email`, `video_sign_language`, `counter`. */
		way: text().notNull(),
		/** Number or address, sealed; emptied seven days after closing. */
		contact: bytes(),
		/** For a visit to a counter: which one. */
		office: text().references(() => office.id),
		/** Keyed hash of the contact or the dossier; overwritten when the contact is deleted. */
		personHash: bytes('person_hash').notNull(),
		/** Who may pick up: `only_me`, `someone_else`. The other person's name is sealed. */
		pickUp: text('pick_up').notNull(),
		otherPerson: bytes('other_person'),
		maySayWho: boolean('may_say_who').notNull(),
		/** When the next try is due: the queue's order. The promised windows are those of the times of asking. */
		windowStart: instant('window_start').notNull(),
		windowEnd: instant('window_end').notNull(),
		channel: text().notNull(),
		openedAt: instant('opened_at').notNull(),
		/** Tries since then count towards the most there are; a new window after that starts a new round. */
		roundFrom: instant('round_from').notNull(),
		/** The tries are used up: an experienced person decides; nobody else claims it. */
		handedOnAt: instant('handed_on_at'),
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
		index('callback_queue')
			.on(table.windowStart, table.openedAt, table.id)
			.where(sql`${table.closedAt} is null`),
		index('callback_dossier').on(table.dossier),
		index('callback_contact_kept')
			.on(table.closedAt)
			.where(sql`${table.contactDeletedAt} is null`),
	],
);

/**
 * One time that somebody asked for the call, with a code and a window of its own. Whoever types another person's number
 * follows only what they asked themselves, never a request that was there before.
 */
export const callbackAsk = pgTable(
	'callback_ask',
	{
		/** The short code that the person keeps and asks with. */
		code: text().primaryKey(),
		callback: uuid()
			.notNull()
			.references(() => callback.id),
		/** Keyed hash of the form's own key: the same form sent again gets the same code. */
		keyHash: bytes('key_hash').notNull().unique(),
		/** The browser that asked, which may see its own code again. */
		device: bytes(),
		windowStart: instant('window_start').notNull(),
		windowEnd: instant('window_end').notNull(),
		askedAt: instant('asked_at').notNull(),
		withdrawnAt: instant('withdrawn_at'),
	},
	(table) => [
		index('callback_ask_callback').on(table.callback),
		index('callback_ask_window')
			.on(table.windowStart)
			.where(sql`${table.withdrawnAt} is null`),
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
	/** Keyed hash of the form's own key: the same form sent again gets the same code. */
	keyHash: bytes('key_hash').notNull().unique(),
	dossier: text().references(() => dossier.id),
	subject: text().notNull(),
	/** The service it is about: `commune`, `cpas`, `reception_office`, … */
	service: text().notNull(),
	commune: text(),
	office: text().references(() => office.id),
	language: text().notNull(),
	/** The person's own words and how to answer them, sealed; the contact is emptied seven days after the answer. */
	words: bytes(),
	contact: bytes(),
	channel: text().notNull(),
	openedAt: instant('opened_at').notNull(),
	/** The day by which an answer is aimed at, as it was told to the person. */
	answerBy: date('answer_by', { mode: 'string' }).notNull(),
	answeredAt: instant('answered_at'),
	contactDeletedAt: instant('contact_deleted_at'),
});

import { sql } from 'drizzle-orm';
import {
	bigint,
	boolean,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	time,
	uniqueIndex,
	uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { dossier } from './dossiers.ts';
import { office } from './offices.ts';

/** What is given: orientation, an assessment, a language course. */
export const course = pgTable('course', {
	id: text().primaryKey(),
	kind: text().notNull(),
	office: text()
		.notNull()
		.references(() => office.id),
	/** The language that is taught, for a language course. */
	courseLanguage: text('course_language'),
	level: text(),
	hours: integer(),
});

/** One dated run of a course, with seats. Times are local to Brussels. */
export const session = pgTable(
	'session',
	{
		id: text().primaryKey(),
		course: text()
			.notNull()
			.references(() => course.id),
		spokenLanguages: text('spoken_languages').array().notNull(),
		startsOn: date('starts_on', { mode: 'string' }).notNull(),
		/** Days of the week, 1 Monday to 7 Sunday (ISO 8601). */
		weekdays: integer().array().notNull(),
		startTime: time('start_time').notNull(),
		endTime: time('end_time').notNull(),
		meetings: integer().notNull(),
		place: text().notNull(),
		seats: integer().notNull(),
		counterReserve: integer('counter_reserve').notNull(),
		childcare: boolean().notNull(),
		stepFree: boolean('step_free'),
		teacherGender: text('teacher_gender'),
		/** When its office said that it does not take place; null: it does. */
		calledOffAt: instant('called_off_at'),
		/** How often its days, times or place were changed: calendars take only what has a higher number than before. */
		revision: integer().notNull().default(0),
		/** The most meetings it ever had: a calendar has to be told of those that were dropped. */
		mostMeetings: integer('most_meetings').notNull().default(0),
	},
	(table) => [index('session_course').on(table.course), index('session_starts_on').on(table.startsOn)],
);

/** A seat taken. Today's state; how it came about is in the ledger. */
export const booking = pgTable(
	'booking',
	{
		id: uuid().primaryKey(),
		session: text()
			.notNull()
			.references(() => session.id),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		/** Whether it came by a way for which seats are kept: a counter, the telephone, a letter, a helper. */
		assisted: boolean().notNull().default(false),
		bookedAt: instant('booked_at').notNull(),
		cancelledAt: instant('cancelled_at'),
	},
	(table) => [
		uniqueIndex('booking_one_per_person')
			.on(table.session, table.dossier)
			.where(sql`${table.cancelledAt} is null`),
		index('booking_dossier').on(table.dossier),
	],
);

/**
 * A seat kept for one person until a certain time: while they choose (`hold`), or offered to them because they are the
 * next in line (`offer`). Past its time it counts for nothing, also before its end is written down.
 */
export const seatHold = pgTable(
	'seat_hold',
	{
		id: uuid().primaryKey(),
		session: text()
			.notNull()
			.references(() => session.id),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		kind: text().notNull(),
		assisted: boolean().notNull(),
		/** How often the person asked for more time. */
		extended: integer().notNull().default(0),
		since: instant('since').notNull(),
		until: instant('until').notNull(),
		endedAt: instant('ended_at'),
	},
	(table) => [
		uniqueIndex('seat_hold_one_per_person')
			.on(table.session, table.dossier)
			.where(sql`${table.endedAt} is null`),
		index('seat_hold_dossier').on(table.dossier),
		index('seat_hold_until')
			.on(table.until)
			.where(sql`${table.endedAt} is null`),
	],
);

/** A place in the line for a session that is full. */
export const waitingEntry = pgTable(
	'waiting_entry',
	{
		id: uuid().primaryKey(),
		session: text()
			.notNull()
			.references(() => session.id),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		joinedAt: instant('joined_at').notNull(),
		leftAt: instant('left_at'),
	},
	(table) => [
		uniqueIndex('waiting_entry_one_per_person')
			.on(table.session, table.dossier)
			.where(sql`${table.leftAt} is null`),
		index('waiting_entry_dossier').on(table.dossier),
	],
);

/** The ledger of seats, append-only: who did what to which seat, on whose behalf, by which channel and key. */
export const seatEvent = pgTable(
	'seat_event',
	{
		seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		session: text().notNull(),
		dossier: text().notNull(),
		booking: uuid(),
		/** The hold or the offer it is about, and until when that keeps the seat. */
		hold: uuid(),
		until: instant('until'),
		kind: text().notNull(),
		at: instant('at').notNull(),
		actorKind: text('actor_kind').notNull(),
		actorId: text('actor_id'),
		channel: text().notNull(),
		device: bytes(),
		idempotencyKey: text('idempotency_key'),
	},
	(table) => [index('seat_event_session').on(table.session)],
);

/** The answer given to a request that may be sent again: the same key gets the same answer. */
export const idempotentAnswer = pgTable(
	'idempotent_answer',
	{
		actor: text().notNull(),
		key: text().notNull(),
		answer: jsonb().$type<unknown>().notNull(),
		at: instant('at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.actor, table.key] })],
);

import { bigint, boolean, date, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { dossier } from './dossiers.ts';

/** One register event taken in. For a person who is not concerned only hashes, date, commune and outcome stay. */
export const intakeEvent = pgTable(
	'intake_event',
	{
		/** Keyed hash of the event's id. */
		eventHash: bytes('event_hash').primaryKey(),
		/** Keyed hash of the event's content: the same id with other content is quarantined. */
		contentHash: bytes('content_hash').notNull(),
		recordedOn: date('recorded_on', { mode: 'string' }).notNull(),
		commune: text().notNull(),
		outcome: text().notNull(),
		reasons: text().array(),
		referenceDate: date('reference_date', { mode: 'string' }),
		rules: text(),
		mayFollowVoluntarily: boolean('may_follow_voluntarily'),
		dossier: text().references(() => dossier.id),
		takenInAt: instant('taken_in_at').notNull(),
	},
	(table) => [index('intake_event_dossier').on(table.dossier)],
);

/** A register line that could not be taken in, kept whole and sealed until it is corrected. */
export const quarantine = pgTable(
	'quarantine',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		/** Keyed hash of the whole line: a line that comes again is kept once. */
		lineHash: bytes('line_hash').notNull().unique(),
		line: bytes().notNull(),
		lineNumber: integer('line_number').notNull(),
		eventHash: bytes('event_hash'),
		codes: text().array().notNull(),
		firstSeenAt: instant('first_seen_at').notNull(),
		/** When a corrected line with the same event id was accepted; ninety days later the line is deleted. */
		correctedAt: instant('corrected_at'),
	},
	(table) => [index('quarantine_event_hash').on(table.eventHash)],
);

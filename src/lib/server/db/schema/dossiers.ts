import { bigint, boolean, date, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** One person's pathway in one commune. The person is sealed with a key of their own; the rest is facts and codes. */
export const dossier = pgTable(
	'dossier',
	{
		id: text().primaryKey(),
		commune: text().notNull(),
		language: text().notNull(),
		/** Keyed hash of the national number: same number, same dossier. */
		numberHash: bytes('number_hash').unique(),
		/** Keyed hash of name, birth date and commune: a possible duplicate that a person decides. */
		nameHash: bytes('name_hash').notNull(),
		personKey: bytes('person_key'),
		person: bytes('person'),
		/** The decision in force, copied from its intake event. */
		outcome: text().notNull(),
		reasons: text().array().notNull(),
		referenceDate: date('reference_date', { mode: 'string' }).notNull(),
		rules: text().notNull(),
		mayFollowVoluntarily: boolean('may_follow_voluntarily'),
		decidedOn: date('decided_on', { mode: 'string' }).notNull(),
		/** The day the commune confirmed the obligation and handed over the attestation of obligation. */
		confirmedOn: date('confirmed_on', { mode: 'string' }),
		/** The date to register by that is printed on the commune's letter: it overrides the computed one. */
		registerByPrinted: date('register_by_printed', { mode: 'string' }),
		closedOn: date('closed_on', { mode: 'string' }),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('dossier_name_hash').on(table.nameHash), index('dossier_commune').on(table.commune)],
);

/** A step of the pathway done at an office. Status is computed from these facts, never typed in. */
export const stepDone = pgTable(
	'step_done',
	{
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		step: text().notNull(),
		on: date({ mode: 'string' }).notNull(),
		office: text(),
		recordedAt: instant('recorded_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.dossier, table.step] })],
);

/** A stretch of days during which the deadlines stand still; `until` is null while the end is not known. */
export const suspension = pgTable(
	'suspension',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		from: date({ mode: 'string' }).notNull(),
		until: date({ mode: 'string' }),
		/** The date printed on the letter was recorded after this one, and so holds in spite of it. */
		beforePrinted: boolean('before_printed').notNull().default(false),
		recordedAt: instant('recorded_at').notNull(),
	},
	(table) => [index('suspension_dossier').on(table.dossier)],
);

/** Something a person has to settle: a conflict between an event and a confirmed obligation, a possible duplicate. */
export const task = pgTable(
	'task',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		kind: text().notNull(),
		dossier: text().references(() => dossier.id),
		/** The other dossier, for a possible duplicate. */
		other: text().references(() => dossier.id),
		codes: text().array().notNull(),
		createdAt: instant('created_at').notNull(),
		doneAt: instant('done_at'),
	},
	(table) => [index('task_dossier').on(table.dossier)],
);

import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';

/** The journal: append-only in the database itself (a trigger refuses update, delete and truncate). */
export const journal = pgTable(
	'journal',
	{
		seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		at: instant('at').notNull(),
		actorKind: text('actor_kind').notNull(),
		actorId: text('actor_id'),
		channel: text().notNull(),
		action: text().notNull(),
		dossier: text(),
		codes: jsonb().$type<Record<string, unknown>>().notNull(),
	},
	(table) => [index('journal_dossier').on(table.dossier, table.seq)],
);

/** The chain over the journal: each link hashes the one before and its line, in the order of committing. */
export const journalLink = pgTable('journal_link', {
	position: bigint({ mode: 'number' }).primaryKey(),
	seq: bigint({ mode: 'number' }).notNull().unique(),
	hash: bytes().notNull(),
});

/** Small facts about the installation itself, such as "the demonstration was loaded". */
export const mark = pgTable('mark', {
	name: text().primaryKey(),
	at: instant('at').notNull(),
});

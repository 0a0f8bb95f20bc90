import { pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { dossier } from './dossiers.ts';

/** What somebody needs at a course, asked once. Sealed with the person's own key: it is gone when they are erased. */
export const needs = pgTable('needs', {
	dossier: text()
		.primaryKey()
		.references(() => dossier.id),
	needs: bytes('needs').notNull(),
	keptAt: instant('kept_at').notNull(),
});

import { boolean, date, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/** A place where people are received, as its operator described it in the offices file. */
export const office = pgTable('office', {
	id: text().primaryKey(),
	kind: text().notNull(),
	nameFr: text('name_fr').notNull(),
	nameNl: text('name_nl').notNull(),
	commune: text(),
	street: text(),
	number: text(),
	postcode: text(),
	phone: text(),
	email: text(),
	postAddress: text('post_address'),
	/** Opening hours in the notation of docs/formats.md, local time of Brussels. */
	hours: text(),
	languages: text().array().notNull(),
	stepFree: boolean('step_free'),
	lastChecked: date('last_checked', { mode: 'string' }),
	/** Invented for the demonstration; every screen says so. */
	demonstration: boolean().notNull().default(false),
	updatedAt: instant('updated_at').notNull(),
});

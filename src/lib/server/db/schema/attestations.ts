import { sql } from 'drizzle-orm';
import { date, index, integer, pgSequence, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { session } from './courses.ts';
import { dossier } from './dossiers.ts';

/** Whose signature stands on an attestation: a commune, an office, or the list of what was revoked. */
export const signingKey = pgTable(
	'signing_key',
	{
		/** The first 8 bytes of the SHA-256 of the public key, in hexadecimal. */
		kid: text().primaryKey(),
		issuer: text().notNull(),
		publicKey: bytes('public_key').notNull(),
		/** Sealed; null once the key has ended: nobody signs with it any more. */
		secret: bytes('secret'),
		startedAt: instant('started_at').notNull(),
		endedAt: instant('ended_at'),
	},
	(table) => [
		uniqueIndex('signing_key_current')
			.on(table.issuer)
			.where(sql`ended_at is null`),
	],
);

/** Places in the list of what was revoked, each given once. */
export const attestationPlace = pgSequence('attestation_place', { minValue: 0, startWith: 0 });

/** A paper of the pathway, signed. Its text names the person, and is sealed with the person's own key. */
export const attestation = pgTable(
	'attestation',
	{
		id: text().primaryKey(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		kind: text().notNull(),
		issuer: text().notNull(),
		kid: text()
			.notNull()
			.references(() => signingKey.kid),
		place: integer().notNull().unique(),
		reference: text().notNull().unique(),
		/** The day of the fact. */
		on: date({ mode: 'string' }).notNull(),
		/** The session whose every meeting was attended; null for what no course leads to. */
		session: text().references(() => session.id),
		hours: integer(),
		level: text(),
		courseLanguage: text('course_language'),
		text: bytes('text').notNull(),
		issuedAt: instant('issued_at').notNull(),
		revokedAt: instant('revoked_at'),
		revokedFor: text('revoked_for'),
	},
	(table) => [
		index('attestation_dossier').on(table.dossier),
		// One standing paper for one fact.
		uniqueIndex('attestation_standing')
			.on(table.dossier, table.kind, sql`coalesce(session, '')`)
			.where(sql`revoked_at is null`),
	],
);

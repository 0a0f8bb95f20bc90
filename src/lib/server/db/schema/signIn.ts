import { bigint, boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes, instant } from './columns.ts';
import { dossier } from './dossiers.ts';

/** The code of a letter, as a keyed hash. A dossier has at most one that works. */
export const letterCode = pgTable(
	'letter_code',
	{
		codeHash: bytes('code_hash').primaryKey(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		createdAt: instant('created_at').notNull(),
		endedAt: instant('ended_at'),
	},
	(table) => [
		uniqueIndex('letter_code_one_works')
			.on(table.dossier)
			.where(sql`${table.endedAt} is null`),
	],
);

/** A person signed in on a device. The id is SHA-256 of the token in the cookie; the token itself is never kept. */
export const signIn = pgTable(
	'sign_in',
	{
		id: text().primaryKey(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		/** How the person signed in: `letter_code`, `passkey`, `identity_provider`. */
		by: text().notNull(),
		/** "This is not my phone": short, and nothing stays behind. */
		sharedDevice: boolean('shared_device').notNull(),
		/** On a screen at a counter: shorter still, and it opens nothing outside of that screen's pages. */
		kiosk: boolean().notNull().default(false),
		createdAt: instant('created_at').notNull(),
		seenAt: instant('seen_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
	},
	(table) => [index('sign_in_dossier').on(table.dossier)],
);

/** Tries to sign in with a code, for limits per code and per device. Codes that do not exist count just the same. */
export const signInAttempt = pgTable(
	'sign_in_attempt',
	{
		id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		codeHash: bytes('code_hash').notNull(),
		device: bytes(),
		at: instant('at').notNull(),
		succeeded: boolean().notNull(),
	},
	(table) => [
		index('sign_in_attempt_code').on(table.codeHash, table.at),
		index('sign_in_attempt_device').on(table.device, table.at),
	],
);

/** A passkey (WebAuthn credential) that a person added on their own device. */
export const passkey = pgTable(
	'passkey',
	{
		id: text().primaryKey(),
		dossier: text()
			.notNull()
			.references(() => dossier.id),
		publicKey: bytes('public_key').notNull(),
		counter: bigint({ mode: 'number' }).notNull(),
		transports: text().array().notNull(),
		createdAt: instant('created_at').notNull(),
		usedAt: instant('used_at'),
	},
	(table) => [index('passkey_dossier').on(table.dossier)],
);

/** A single-use challenge (WebAuthn ceremony, OpenID Connect round trip), found by the hash of what the browser holds. */
export const challenge = pgTable('challenge', {
	idHash: bytes('id_hash').primaryKey(),
	kind: text().notNull(),
	data: jsonb().$type<Record<string, unknown>>().notNull(),
	expiresAt: instant('expires_at').notNull(),
});

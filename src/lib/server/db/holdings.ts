import { asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { heldTables } from '#lib/services/ports/holdings.ts';
import type { Held, HeldTable, Holdings } from '#lib/services/ports/holdings.ts';
import type { Db } from './connection.ts';
import { booking, idempotentAnswer, seatEvent, seatHold, waitingEntry } from './schema/courses.ts';
import { attendance } from './schema/attendance.ts';
import { attestation } from './schema/attestations.ts';
import { dossier, stepDone, suspension, task } from './schema/dossiers.ts';
import { callback, callbackAsk, callbackAttempt, complaint } from './schema/help.ts';
import { intakeEvent, quarantine } from './schema/intake.ts';
import { journal } from './schema/journal.ts';
import { message, messageAttempt, messagePreference, pushSubscription } from './schema/messages.ts';
import { needs } from './schema/needs.ts';
import { letterCode, passkey, signIn, signInAttempt } from './schema/signIn.ts';

/** One table: which of its rows are about a dossier, and by what they are put in order. */
type Holding = { table: PgTable; about(db: Db, id: string): SQL | undefined; by: PgColumn };

const byDossier = (table: PgTable & { dossier: PgColumn }, by: PgColumn): Holding => ({
	table,
	about: (_, id) => eq(table.dossier, id),
	by,
});

const ofCallbacks = (db: Db, column: PgColumn, id: string): SQL =>
	inArray(column, db.select({ id: callback.id }).from(callback).where(eq(callback.dossier, id)));

/** Where each of the tables lies. A test compares this list with the database's own. */
export const holdings: Record<HeldTable, Holding> = {
	dossier: { table: dossier, about: (_, id) => eq(dossier.id, id), by: dossier.id },
	registerEvents: byDossier(intakeEvent, intakeEvent.takenInAt),
	quarantinedLines: {
		table: quarantine,
		about: (db, id) =>
			inArray(
				quarantine.eventHash,
				db.select({ hash: intakeEvent.eventHash }).from(intakeEvent).where(eq(intakeEvent.dossier, id)),
			),
		by: quarantine.id,
	},
	tasks: { table: task, about: (_, id) => or(eq(task.dossier, id), eq(task.other, id)), by: task.id },
	stepsDone: byDossier(stepDone, stepDone.recordedAt),
	suspensions: byDossier(suspension, suspension.id),
	letterCodes: byDossier(letterCode, letterCode.createdAt),
	signIns: byDossier(signIn, signIn.createdAt),
	signInAttempts: {
		table: signInAttempt,
		about: (db, id) =>
			inArray(
				signInAttempt.codeHash,
				db.select({ hash: letterCode.codeHash }).from(letterCode).where(eq(letterCode.dossier, id)),
			),
		by: signInAttempt.id,
	},
	passkeys: byDossier(passkey, passkey.createdAt),
	bookings: byDossier(booking, booking.bookedAt),
	seatHolds: byDossier(seatHold, seatHold.since),
	waitingEntries: byDossier(waitingEntry, waitingEntry.joinedAt),
	seatEvents: byDossier(seatEvent, seatEvent.seq),
	answers: {
		table: idempotentAnswer,
		about: (_, id) => eq(idempotentAnswer.actor, id),
		by: idempotentAnswer.at,
	},
	messages: byDossier(message, message.writtenAt),
	messageAttempts: {
		table: messageAttempt,
		about: (db, id) =>
			inArray(
				messageAttempt.message,
				db.select({ id: message.id }).from(message).where(eq(message.dossier, id)),
			),
		by: messageAttempt.id,
	},
	messagePreferences: byDossier(messagePreference, messagePreference.changedAt),
	pushSubscriptions: byDossier(pushSubscription, pushSubscription.addedAt),
	attendance: byDossier(attendance, attendance.meetingOn),
	attestations: byDossier(attestation, attestation.place),
	needs: byDossier(needs, needs.keptAt),
	callbacks: byDossier(callback, callback.openedAt),
	callbackAsks: {
		table: callbackAsk,
		about: (db, id) => ofCallbacks(db, callbackAsk.callback, id),
		by: callbackAsk.askedAt,
	},
	callbackAttempts: {
		table: callbackAttempt,
		about: (db, id) => ofCallbacks(db, callbackAttempt.callback, id),
		by: callbackAttempt.id,
	},
	complaints: byDossier(complaint, complaint.openedAt),
	journal: byDossier(journal, journal.seq),
};

/** What is held about a person, on PostgreSQL. */
export const holdingsOn = (db: Db): Holdings => ({
	async ofDossier(id) {
		const held: Partial<Held> = {};
		for (const name of heldTables) {
			const { table, about, by } = holdings[name];
			held[name] = await db
				.select()
				.from(table)
				.where(about(db, id) ?? sql`false`)
				.orderBy(asc(by));
		}
		return held as Held;
	},
});

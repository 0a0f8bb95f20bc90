import type pg from 'pg';
import type { Store, Tx } from '#lib/services/ports.ts';
import { openDatabase } from './connection.ts';
import type { Db } from './connection.ts';
import { attendancesOn } from './attendances.ts';
import { attestationsOn } from './attestations.ts';
import { bookingsOn } from './bookings.ts';
import { callbacksOn } from './callbacks.ts';
import { complaintsOn } from './complaints.ts';
import { coursesOn } from './courses.ts';
import { challengesOn } from './challenges.ts';
import { dossiersOn } from './dossiers.ts';
import { holdingsOn } from './holdings.ts';
import { holdsOn } from './holds.ts';
import { inspectionsOn } from './inspections.ts';
import { intakeOn } from './intake.ts';
import { idempotentAnswersOn } from './idempotentAnswers.ts';
import { jobsOn } from './jobs.ts';
import { journalOn } from './journal.ts';
import { letterCodesOn } from './letterCodes.ts';
import { journalChainOn } from './journalChain.ts';
import { marksOn } from './marks.ts';
import { messagesOn } from './messages.ts';
import { needsOn } from './needs.ts';
import { officesOn } from './offices.ts';
import { tasksOn } from './tasks.ts';
import { seatRecordsOn } from './seatRecords.ts';
import { pathwaysOn } from './pathways.ts';
import { passkeysOn } from './passkeys.ts';
import { signInAttemptsOn } from './signInAttempts.ts';
import { signingKeysOn } from './signingKeys.ts';
import { signInsOn } from '../auth/signIns.ts';

const repositories = (db: Db): Tx => ({
	attendances: attendancesOn(db),
	attestations: attestationsOn(db),
	bookings: bookingsOn(db),
	callbacks: callbacksOn(db),
	complaints: complaintsOn(db),
	courses: coursesOn(db),
	dossiers: dossiersOn(db),
	holdings: holdingsOn(db),
	holds: holdsOn(db),
	inspections: inspectionsOn(db),
	intake: intakeOn(db),
	jobs: jobsOn(db),
	journal: journalOn(db),
	letterCodes: letterCodesOn(db),
	journalChain: journalChainOn(db),
	tasks: tasksOn(db),
	idempotentAnswers: idempotentAnswersOn(db),
	marks: marksOn(db),
	messages: messagesOn(db),
	needs: needsOn(db),
	offices: officesOn(db),
	seatRecords: seatRecordsOn(db),
	challenges: challengesOn(db),
	passkeys: passkeysOn(db),
	pathways: pathwaysOn(db),
	signInAttempts: signInAttemptsOn(db),
	signIns: signInsOn(db),
	signingKeys: signingKeysOn(db),
});

/**
 * The store on PostgreSQL: READ COMMITTED, the caller locks the parent row before it counts. The transaction is run
 * here and not by Drizzle, which never gives a connection back whose `begin` failed: a database that was away for a
 * moment would leave a pool without connections for good.
 */
export const createStore = (pool: pg.Pool): Store => ({
	async transact(work) {
		const client = await pool.connect();
		let broken = false;
		try {
			await client.query('begin');
			const result = await work(repositories(openDatabase(client)));
			await client.query('commit');
			return result;
		} catch (error) {
			await client.query('rollback').catch(() => (broken = true));
			throw error;
		} finally {
			client.release(broken);
		}
	},
	look: (work) => work(repositories(openDatabase(pool))),
});

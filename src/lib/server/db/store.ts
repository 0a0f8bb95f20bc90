import type { Store, Tx } from '#lib/services/ports.ts';
import type { Db } from './connection.ts';
import { bookingsOn } from './bookings.ts';
import { callbacksOn } from './callbacks.ts';
import { complaintsOn } from './complaints.ts';
import { coursesOn } from './courses.ts';
import { challengesOn } from './challenges.ts';
import { dossiersOn } from './dossiers.ts';
import { holdingsOn } from './holdings.ts';
import { inspectionsOn } from './inspections.ts';
import { intakeOn } from './intake.ts';
import { idempotentAnswersOn } from './idempotentAnswers.ts';
import { journalOn } from './journal.ts';
import { letterCodesOn } from './letterCodes.ts';
import { journalChainOn } from './journalChain.ts';
import { marksOn } from './marks.ts';
import { officesOn } from './offices.ts';
import { tasksOn } from './tasks.ts';
import { seatRecordsOn } from './seatRecords.ts';
import { passkeysOn } from './passkeys.ts';
import { signInAttemptsOn } from './signInAttempts.ts';
import { signInsOn } from '../auth/signIns.ts';

const repositories = (db: Db): Tx => ({
	bookings: bookingsOn(db),
	callbacks: callbacksOn(db),
	complaints: complaintsOn(db),
	courses: coursesOn(db),
	dossiers: dossiersOn(db),
	holdings: holdingsOn(db),
	inspections: inspectionsOn(db),
	intake: intakeOn(db),
	journal: journalOn(db),
	letterCodes: letterCodesOn(db),
	journalChain: journalChainOn(db),
	tasks: tasksOn(db),
	idempotentAnswers: idempotentAnswersOn(db),
	marks: marksOn(db),
	offices: officesOn(db),
	seatRecords: seatRecordsOn(db),
	challenges: challengesOn(db),
	passkeys: passkeysOn(db),
	signInAttempts: signInAttemptsOn(db),
	signIns: signInsOn(db),
});

/** The store on PostgreSQL: READ COMMITTED, the caller locks the parent row before it counts. */
export const createStore = (db: Db): Store => ({
	transact: (work) => db.transaction((tx) => work(repositories(tx as unknown as Db))),
});

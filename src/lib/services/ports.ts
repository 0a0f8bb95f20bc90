import type { Actor } from './actor.ts';
import type { Attendances } from './ports/attendances.ts';
import type { Attestations } from './ports/attestations.ts';
import type { Bookings } from './ports/bookings.ts';
import type { Callbacks } from './ports/callbacks.ts';
import type { Channels } from './ports/channels.ts';
import type { Complaints } from './ports/complaints.ts';
import type { Courses } from './ports/courses.ts';
import type { Challenges } from './ports/challenges.ts';
import type { Dossiers } from './ports/dossiers.ts';
import type { Holds } from './ports/holds.ts';
import type { Holdings } from './ports/holdings.ts';
import type { Inspections } from './ports/inspections.ts';
import type { Intake } from './ports/intake.ts';
import type { IdempotentAnswers } from './ports/idempotentAnswers.ts';
import type { Jobs } from './ports/jobs.ts';
import type { Journal } from './ports/journal.ts';
import type { LetterCodes } from './ports/letterCodes.ts';
import type { JournalChain } from './ports/journalChain.ts';
import type { Marks } from './ports/marks.ts';
import type { Messages } from './ports/messages.ts';
import type { KeptNeeds } from './ports/needs.ts';
import type { Offices } from './ports/offices.ts';
import type { SeatRecords } from './ports/seatRecords.ts';
import type { Tasks } from './ports/tasks.ts';
import type { Pathways } from './ports/pathways.ts';
import type { Passkeys } from './ports/passkeys.ts';
import type { SignInAttempts } from './ports/signInAttempts.ts';
import type { SigningKeys } from './ports/signingKeys.ts';
import type { SignIns } from './ports/signIns.ts';

/** Encryption and keyed hashes. Contexts and purposes are fixed words that keep one use from passing for another. */
export type Vault = {
	/** 32 bytes that allow to find a value again without keeping it. */
	hash(purpose: string, value: string): Uint8Array;
	/** SHA-256 without a key. */
	digest(bytes: Uint8Array): Uint8Array;
	seal(plain: string | Uint8Array, context: string): Uint8Array;
	open(sealed: Uint8Array, context: string): string;
	/** For what may be no text at all, such as a damaged line of a file. */
	openBytes(sealed: Uint8Array, context: string): Uint8Array;
	/** A fresh key for one person, wrapped; destroying it makes everything sealed with it unreadable. */
	newPersonKey(): Uint8Array;
	sealPerson(wrappedKey: Uint8Array, plain: string): Uint8Array;
	openPerson(wrappedKey: Uint8Array, sealed: Uint8Array): string;
	/** A fresh Ed25519 key (RFC 8032): 32 public bytes, and the secret half sealed, which never leaves the vault open. */
	newSigningKey(): { publicKey: Uint8Array; secret: Uint8Array };
	/** The 64 bytes of a signature. */
	sign(sealedSecret: Uint8Array, bytes: Uint8Array): Uint8Array;
};

/** All repositories, seen inside one transaction. */
export type Tx = {
	attendances: Attendances;
	attestations: Attestations;
	bookings: Bookings;
	callbacks: Callbacks;
	complaints: Complaints;
	courses: Courses;
	dossiers: Dossiers;
	holdings: Holdings;
	holds: Holds;
	inspections: Inspections;
	intake: Intake;
	jobs: Jobs;
	journal: Journal;
	letterCodes: LetterCodes;
	journalChain: JournalChain;
	tasks: Tasks;
	idempotentAnswers: IdempotentAnswers;
	marks: Marks;
	messages: Messages;
	needs: KeptNeeds;
	offices: Offices;
	seatRecords: SeatRecords;
	challenges: Challenges;
	passkeys: Passkeys;
	pathways: Pathways;
	signInAttempts: SignInAttempts;
	signIns: SignIns;
	signingKeys: SigningKeys;
};

/** The way to the database. */
export type Store = {
	/** Everything inside one call happens whole or not at all. */
	transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
	/** Each statement stands by itself: for whoever only reads, and reads all that belongs together in one statement. */
	look<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** What every service is given: the outside world as arguments. */
export type Deps = {
	store: Store;
	vault: Vault;
	/** The ways by which messages leave; none for whoever sends nothing. */
	channels: Channels;
	now(): Date;
	random(bytes: number): Uint8Array;
};

export type { Actor };

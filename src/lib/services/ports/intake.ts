import type { Decision, Outcome } from '#lib/domain/decision.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { QuarantineCode } from '#lib/domain/registerEventSchema.ts';

/** A register event as it was taken in; its decision is null where only the outcome of a person who is not concerned stayed. */
export type TakenInEvent = {
	eventHash: Uint8Array;
	contentHash: Uint8Array;
	recordedOn: string;
	commune: string;
	outcome: Outcome;
	decision: Decision | null;
	dossier: string | null;
};

/** A dossier as intake sees it: what is in force and who it is about, still sealed. */
export type IntakeDossier = {
	id: string;
	commune: string;
	language: Language;
	numberHash: Uint8Array | null;
	nameHash: Uint8Array;
	/** null once the person was erased. */
	personKey: Uint8Array | null;
	person: Uint8Array | null;
	decision: Decision;
	decidedOn: string;
	confirmedOn: string | null;
	closedOn: string | null;
};

/** The same with the latest day on which the register recorded something about the person. */
export type KnownDossier = IntakeDossier & { recordedOn: string };

/** Something that a person has to settle. `codes` are reasons, or the commune of a move. */
export type IntakeTask = {
	kind: 'conflicting_event' | 'commune_changed' | 'possible_duplicate';
	dossier: string;
	other: string | null;
	codes: readonly string[];
};

/** A line that could not be taken in, whole and sealed. */
export type QuarantinedLine = {
	lineHash: Uint8Array;
	line: Uint8Array;
	lineNumber: number;
	eventHash: Uint8Array | null;
	codes: readonly QuarantineCode[];
};

/** Everything that one batch of lines changes. */
export type IntakeChanges = {
	/** Opened, or changed when the id exists; the language and the day of opening of an existing one stay. */
	dossiers: IntakeDossier[];
	events: TakenInEvent[];
	tasks: IntakeTask[];
	quarantined: QuarantinedLine[];
};

/** What intake reads and writes. */
export type Intake = {
	/** One batch at a time: waits for another intake's batch, until the transaction ends. */
	lock(): Promise<void>;
	eventsBy(eventHashes: Uint8Array[]): Promise<TakenInEvent[]>;
	/** Locked until the transaction ends. */
	dossiersByNumber(numberHashes: Uint8Array[]): Promise<KnownDossier[]>;
	dossiersByName(nameHashes: Uint8Array[]): Promise<Pick<IntakeDossier, 'id' | 'numberHash' | 'nameHash'>[]>;
	/** Also marks lines of the quarantine as corrected when an event with their id was taken in. */
	write(changes: IntakeChanges, at: Date): Promise<void>;
	/** Deletes quarantined lines that were corrected before an instant; returns how many. */
	forgetCorrected(before: Date): Promise<number>;
	/** The same over tables that vanish with this transaction, on top of what is really there. */
	rehearsal(): Promise<Intake>;
};

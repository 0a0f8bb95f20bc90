import type { Language } from '#lib/domain/languages.ts';

/** A dossier as it is kept: facts and codes in the open, the person sealed. */
export type Dossier = {
	id: string;
	commune: string;
	language: Language;
	personKey: Uint8Array | null;
	person: Uint8Array | null;
	outcome: 'obliged' | 'exempt' | 'review' | 'not_concerned';
	reasons: string[];
	referenceDate: string;
	rules: string;
	mayFollowVoluntarily: boolean | null;
	decidedOn: string;
	confirmedOn: string | null;
	registerByPrinted: string | null;
	closedOn: string | null;
};

/** A step done at an office, as a fact. */
export type StepDone = { step: string; on: string; office: string | null };

/** A stretch of days during which the deadlines stand still; `until` null: the end is not known. */
export type Suspension = { from: string; until: string | null };

/** Dossiers and the facts that hang on them. */
export type Dossiers = {
	/** Whether there is any dossier at all. */
	exist(): Promise<boolean>;
	find(id: string): Promise<Dossier | null>;
	/** The same, with the row locked until the transaction ends. */
	lock(id: string): Promise<Dossier | null>;
	findByNumber(numberHash: Uint8Array): Promise<Dossier | null>;
	change(
		id: string,
		facts: Partial<Pick<Dossier, 'language' | 'confirmedOn' | 'registerByPrinted' | 'closedOn'>>,
	): Promise<void>;
	addStepDone(id: string, done: StepDone, at: Date): Promise<'added' | 'already_done'>;
	addSuspension(id: string, suspension: Suspension, at: Date): Promise<void>;
	/** Notes that the date printed on the letter was recorded after all suspensions so far. */
	printAfterSuspensions(id: string): Promise<void>;
	/** Gives an end to the open suspension that began on that day. */
	endSuspension(id: string, from: string, until: string): Promise<void>;
};

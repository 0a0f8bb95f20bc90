import type { KeptFacts } from '#lib/domain/factFaults.ts';

/** One dossier as an inspection sees it: everything that has to fit together. */
export type InspectedDossier = KeptFacts & {
	id: string;
	personKey: Uint8Array | null;
	person: Uint8Array | null;
	registerEvents: number;
	workingCodes: number;
	signIns: number;
	passkeys: number;
};

/** A request for a call as an inspection sees it, by the code that agents call it by. */
export type InspectedCallback = {
	code: string;
	way: string;
	hasContact: boolean;
	outcome: string | null;
	closedAt: Date | null;
	contactDeletedAt: Date | null;
	claimedUntil: Date | null;
	/** Times of asking that were not withdrawn. */
	asks: number;
};

/** What `check` reads, beside what the services already read. */
export type Inspections = {
	/** Dossiers after an id, in the order of ids. */
	dossiers(after: string, most: number): Promise<InspectedDossier[]>;
	callbacks(): Promise<InspectedCallback[]>;
	/** Jobs whose tries are used up and that no person was told of yet, and jobs that were taken up and never ended. */
	jobs(
		now: Date,
	): Promise<{ deadLetters: { job: string; times: number }[]; stuck: { job: string; times: number }[] }>;
};

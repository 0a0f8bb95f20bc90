import type { Actor } from '../actor.ts';

/** One line of the journal: ids and codes only, so that erasing a person leaves the journal whole. */
export type JournalLine = {
	actor: Actor;
	/** What was done, as a snake_case code: `looked`, `confirmed`, `signed_in`, … */
	action: string;
	dossier: string | null;
	/** Further codes (never names, numbers or texts). */
	codes?: Record<string, string | number | boolean>;
};

/** The append-only journal. */
export type Journal = {
	write(lines: JournalLine[], at: Date): Promise<void>;
	/** What was done with one dossier, newest first. */
	ofDossier(
		dossier: string,
		most: number,
	): Promise<
		{
			at: Date;
			actorKind: string;
			actorId: string | null;
			channel: string;
			action: string;
			codes: Record<string, unknown>;
		}[]
	>;
};

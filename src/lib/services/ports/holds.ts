import type { HoldKind, SeatKept } from '#lib/domain/hold.ts';

/** A seat kept for one person: while they choose, or offered to them. */
export type Hold = SeatKept & { session: string; dossier: string };

/** Seats that are kept for a while, and who is the next to be offered one. Whoever writes has locked the session. */
export type Holds = {
	/** The seats that are kept for a person at an instant, the first to end first. */
	ofDossier(dossier: string, at: Date): Promise<Hold[]>;
	/** The seats of a session that are kept, also those past their time whose end nobody has written down. */
	inSession(session: string): Promise<Hold[]>;
	/** `already_kept` when one is kept for that person in that session: the database's own second wall. */
	add(hold: Omit<Hold, 'extended'> & { since: Date }): Promise<'added' | 'already_kept'>;
	extend(id: string, until: Date): Promise<void>;
	/** Ends it earlier than was said. */
	shorten(id: string, until: Date): Promise<void>;
	end(id: string, at: Date): Promise<void>;
	/** Ends what was kept in a session until now and no longer, and returns it. */
	lapse(session: string, at: Date): Promise<{ id: string; dossier: string; kind: HoldKind; until: Date }[]>;
	/** The first in a session's line, in its order, who may have a seat and have none kept. */
	nextInLine(session: string, at: Date, most: number): Promise<string[]>;
	/** The sessions in which time has freed a seat, or in which a seat is free and somebody in line. */
	toPromote(at: Date): Promise<string[]>;
};

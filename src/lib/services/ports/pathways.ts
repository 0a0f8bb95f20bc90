import type { Course, Session } from '#lib/domain/course.ts';
import type { Attestation } from './attestations.ts';
import type { Dossier, StepDone, Suspension } from './dossiers.ts';

/** A session in which somebody has a seat or waits for one. */
type Place = { session: Session; course: Course };

/** A paper as a list shows it. */
export type PaperKept = Pick<Attestation, 'id' | 'kind' | 'issuer' | 'on' | 'reference' | 'revokedFor'> & {
	issuedAt: string;
	revokedAt: string | null;
};

/** What one line is computed from: a dossier and all that hangs on it, as they are at one moment. */
export type PathwayKept = {
	dossier: Dossier;
	/** In the order of their days. */
	done: StepDone[];
	/** In the order of their beginning. */
	suspensions: Suspension[];
	/** The standing bookings, the last booked first. */
	booked: (Place & { id: string })[];
	/** The lines the person stands in, the first joined first; 1 is the first place. An offer may be past its time. */
	waiting: (Place & { id: string; place: number; offerUntil: string | null })[];
	/** In the order of their issue, those that were revoked too. */
	papers: PaperKept[];
	/** The offices where steps were done. */
	offices: { id: string; nameFr: string; nameNl: string }[];
};

/** Whole lines, read in one go: a page is made of this, and every statement costs its reader time. */
export type Pathways = {
	read(dossier: string): Promise<PathwayKept | null>;
};

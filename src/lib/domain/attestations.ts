import type { CalendarDate } from './dates.ts';
import type { PathwayFacts } from './pathway.ts';

/** A paper of the pathway that was handed to the person: by the commune (obligation) or by the office. */
export type AttestationGiven = {
	kind: 'obligation' | 'registration' | 'completion';
	on: CalendarDate;
	/** null: the commune, or an office that is not known. */
	office: string | null;
};

/** Takes the facts of a dossier and returns the papers that go with them, in the order of the line (decree, arts. 28, 29). */
export function attestationsOf(facts: PathwayFacts): AttestationGiven[] {
	const { confirmedOn, done } = facts;
	const byOffice = (['registration', 'completion'] as const).flatMap((kind) =>
		done.filter(({ step }) => step === kind).map(({ on, office }) => ({ kind, on, office })),
	);
	return confirmedOn === null
		? byOffice
		: [{ kind: 'obligation', on: confirmedOn, office: null }, ...byOffice];
}

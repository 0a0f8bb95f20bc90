import type { PathwayFacts } from '#lib/domain/pathway.ts';

/** Takes changes and returns the facts of one obliged person whose commune has not confirmed yet, with these changes. */
export const pathwayFacts = (changes: Partial<PathwayFacts> = {}): PathwayFacts => ({
	outcome: 'obliged',
	confirmedOn: null,
	registerByPrinted: null,
	closedOn: null,
	done: [],
	suspensions: [],
	booked: [],
	waiting: [],
	...changes,
});

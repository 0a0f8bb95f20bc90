import { operator } from '#lib/services/actor.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import type { OfferCells } from './courseSeries.ts';
import { demonstrationOffer } from './offer.ts';

/** Sessions that do not stay as they were offered: one meets elsewhere and later, one does not take place. */
const changes: Record<string, Partial<OfferCells> & { called_off?: string }> = {
	'convivial-rights-1': {
		start_time: '14:00',
		end_time: '16:30',
		place: 'Place de la Démonstration 12, 1190 Forest',
	},
	'cours-canal-nl-a1.1-1': { called_off: 'yes' },
};

/** Changes a session and calls one off, as their offices would with a second file: whoever has a seat is told. */
export const changeCourses = async (deps: Deps, today: string): Promise<void> => {
	const rows = demonstrationOffer(today)
		.filter(({ session }) => changes[session])
		.map((cells, index) => ({ row: index + 2, cells: { ...cells, ...changes[cells.session] } }));
	await takeInOffer(deps, operator, rows);
};

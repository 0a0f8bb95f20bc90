import { communeOf, communes } from '#lib/domain/communes.ts';
import type { Commune } from '#lib/domain/communes.ts';
import { addDays } from '#lib/domain/dates.ts';
import { places } from './officePlaces.ts';

/** One row of an offices file, as `halte offices` takes it (docs/formats.md). */
export type OfficeRow = {
	id: string;
	kind: string;
	name_fr: string;
	name_nl: string;
	commune: string;
	street: string;
	number: string;
	postcode: string;
	phone: string;
	email: string;
	post_address: string;
	hours: string;
	languages: string;
	step_free: string;
	last_checked: string;
};

/** Numbers that nobody could take for real ones: 02 000 00 01, 02 000 00 02, … */
const inventedPhone = (n: number): string => `02 000 00 ${String(n).padStart(2, '0')}`;

const demonstrationOffice = (
	n: number,
	lastChecked: string,
	given: Pick<OfficeRow, 'id' | 'kind' | 'name_fr' | 'name_nl'> & {
		commune: Commune;
		hours: string;
		languages: string;
	},
): OfficeRow => {
	const { nis, fr, postcodes } = given.commune;
	const postcode = postcodes[0] ?? '1000';
	const number = String(n);
	return {
		id: given.id,
		kind: given.kind,
		name_fr: `${given.name_fr} (démonstration)`,
		name_nl: `${given.name_nl} (demonstratie)`,
		commune: nis,
		street: 'Place de la Démonstration / Demonstratieplein',
		number,
		postcode,
		phone: inventedPhone(n),
		email: `${given.id}@demonstration.invalid`,
		post_address: `Place de la Démonstration ${number}, ${postcode} ${fr}`,
		hours: given.hours,
		languages: given.languages,
		step_free: n % 5 === 0 ? 'no' : 'yes',
		last_checked: lastChecked,
	};
};

const counterHours = 'Mo-Fr 08:30-12:00, We 13:30-16:00; PH off';
const lateCounterHours = 'Mo-Fr 08:30-12:30, Th 16:00-19:00; PH off';
/**
 * Offices of a believable Brussels: the 19 communes' counters, the reception offices and course providers. Streets,
 * numbers and telephone numbers are invented and look it. One commune was last checked more than ninety days ago.
 */
export const demonstrationOffices = (today: string): OfficeRow[] => [
	...Object.entries(places).flatMap(([id, place], index) => {
		const commune = communeOf(place.nis);
		const given = { ...place, id, name_fr: place.fr, name_nl: place.nl };
		return commune ? [demonstrationOffice(index + 1, addDays(today, -7 - index), { ...given, commune })] : [];
	}),
	...communes.map((commune, index) =>
		demonstrationOffice(
			Object.keys(places).length + index + 1,
			addDays(today, index === 18 ? -120 : -3 * index - 5),
			{
				id: `commune-${commune.nis}`,
				kind: 'commune',
				name_fr: `Commune : ${commune.fr}`,
				name_nl: `Gemeente: ${commune.nl}`,
				commune,
				hours: index % 3 === 0 ? lateCounterHours : counterHours,
				languages: 'fr nl en',
			},
		),
	),
];

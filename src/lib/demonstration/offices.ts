import { communes } from '#lib/domain/communes.ts';
import type { Commune } from '#lib/domain/communes.ts';
import { addDays } from '#lib/domain/dates.ts';

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
	const postcode = given.commune.postcodes[0] ?? '1000';
	const number = String(n);
	return {
		id: given.id,
		kind: given.kind,
		name_fr: `${given.name_fr} (démonstration)`,
		name_nl: `${given.name_nl} (demonstratie)`,
		commune: given.commune.nis,
		street: 'Place de la Démonstration / Demonstratieplein',
		number,
		postcode,
		phone: inventedPhone(n),
		email: `${given.id}@demonstration.invalid`,
		post_address: `Place de la Démonstration ${number}, ${postcode} ${given.commune.fr}`,
		hours: given.hours,
		languages: given.languages,
		step_free: n % 5 === 0 ? 'no' : 'yes',
		last_checked: lastChecked,
	};
};

const counterHours = 'Mo-Fr 08:30-12:00; We 13:30-16:00; PH off';
const lateCounterHours = 'Mo-Fr 08:30-12:30; Th 16:00-19:00; PH off';
const receptionHours = 'Mo-Fr 09:00-12:00,13:00-16:00; PH off';
const eveningHours = 'Mo-Fr 09:00-12:00; Th 17:00-20:00; PH off';
const schoolHours = 'Mo-Fr 09:00-17:00; Tu,Th 17:00-20:30; PH off';

const places: Record<string, { kind: string; fr: string; nl: string; nis: string; hours: string; languages: string }> = {
	'halte-accueil': {
		kind: 'front_desk',
		fr: 'Accueil Halte',
		nl: 'Onthaal Halte',
		nis: '21004',
		hours: receptionHours,
		languages: 'fr nl en ar es',
	},
	'bapa-bxl': {
		kind: 'reception_office',
		fr: 'BAPA BXL',
		nl: 'BAPA BXL',
		nis: '21004',
		hours: receptionHours,
		languages: 'fr nl en ar es tr ti',
	},
	'via-schaerbeek': {
		kind: 'reception_office',
		fr: 'VIA Schaerbeek',
		nl: 'VIA Schaarbeek',
		nis: '21015',
		hours: eveningHours,
		languages: 'fr nl en ar tr ru',
	},
	'via-molenbeek': {
		kind: 'reception_office',
		fr: 'VIA Molenbeek',
		nl: 'VIA Molenbeek',
		nis: '21012',
		hours: eveningHours,
		languages: 'fr nl en ar ps fa',
	},
	convivial: {
		kind: 'reception_office',
		fr: 'Convivial',
		nl: 'Convivial',
		nis: '21007',
		hours: receptionHours,
		languages: 'fr en ar fa ps ti',
	},
	'bon-brussel': {
		kind: 'reception_office',
		fr: 'BON Bruxelles',
		nl: 'BON Brussel',
		nis: '21004',
		hours: receptionHours,
		languages: 'nl fr en ar tr fa',
	},
	'bon-anderlecht': {
		kind: 'reception_office',
		fr: 'BON Anderlecht',
		nl: 'BON Anderlecht',
		nis: '21001',
		hours: receptionHours,
		languages: 'nl fr en es pt',
	},
	'cours-senne': {
		kind: 'course_provider',
		fr: 'Cours de la Senne',
		nl: 'Lessen van de Zenne',
		nis: '21012',
		hours: schoolHours,
		languages: 'fr en ar',
	},
	'cours-canal': {
		kind: 'course_provider',
		fr: 'École du Canal',
		nl: 'School aan het Kanaal',
		nis: '21001',
		hours: schoolHours,
		languages: 'fr nl en',
	},
	'taal-en-thuis': {
		kind: 'course_provider',
		fr: 'Taal en Thuis',
		nl: 'Taal en Thuis',
		nis: '21015',
		hours: schoolHours,
		languages: 'nl fr en tr',
	},
};

/**
 * Offices of a believable Brussels: the 19 communes' counters, the reception offices and course providers. Streets,
 * numbers and telephone numbers are invented and look it. One commune was last checked more than ninety days ago.
 */
export const demonstrationOffices = (today: string): OfficeRow[] => [
	...Object.entries(places).map(([id, place], index) =>
		demonstrationOffice(index + 1, addDays(today, -7 - index), {
			id,
			kind: place.kind,
			name_fr: place.fr,
			name_nl: place.nl,
			commune: communes.find(({ nis }) => nis === place.nis) ?? communes[0]!,
			hours: place.hours,
			languages: place.languages,
		}),
	),
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

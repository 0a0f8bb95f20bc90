const receptionHours = 'Mo-Fr 09:00-12:00,13:00-16:00; PH off';
const eveningHours = 'Mo-Fr 09:00-12:00, Th 17:00-20:00; PH off';
const schoolHours = 'Mo-Fr 09:00-17:00, Tu,Th 17:00-20:30; PH off';

/** Reception offices, course providers and the front desk: what they are called and when their doors are open. */
export const places: Record<
	string,
	{ kind: string; fr: string; nl: string; nis: string; hours: string; languages: string }
> = {
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

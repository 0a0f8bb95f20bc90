import type { Letter } from '#lib/services/issueLetter.ts';

/** A letter to an invented person, with what the test changes. */
export const letterOf = (changes: Partial<Letter> = {}): Letter => ({
	dossier: 'D7K3MPQ8X2WR',
	code: '8K3M-PQ7W-X2RT',
	url: 'https://halte.example/ar/sign-in?code=8K3M-PQ7W-X2RT',
	origin: 'https://halte.example',
	person: {
		familyName: 'Haddad',
		givenNames: 'Omar',
		birthDate: '1985-07-30',
		sex: 'M',
		nationalNumber: null,
		languages: ['ar'],
		address: { street: 'Rue des Palais', number: '10', box: '3', postcode: '1030' },
	},
	commune: '21015',
	language: 'ar',
	letterLanguage: 'fr',
	issuedOn: '2026-03-03',
	status: 'to_confirm',
	confirmedOn: null,
	mayFollowVoluntarily: false,
	deadline: null,
	late: false,
	counter: null,
	frontDesk: null,
	...changes,
});

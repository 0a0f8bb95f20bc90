import { expect, test } from 'vitest';
import type { Deadline } from '#lib/domain/deadlines.ts';
import { letterWords } from '#lib/server/documents/letterWords.ts';
import type { Letter } from '#lib/services/issueLetter.ts';
import { letterOf } from '../../support/letters.ts';

const setting = { operator: 'Cocom', demonstration: false };
const french = (changes: Partial<Letter>) => letterWords(letterOf(changes), 'fr', setting);
const deadline: Deadline = {
	step: 'registration',
	on: '2026-08-20',
	source: 'estimate',
	printedOn: null,
	movedBy: 0,
};

test('an obligation that nobody confirmed reads as no decision yet', () => {
	const { status } = french({ status: 'to_confirm' });
	expect(status).toContain('Elle vérifie encore. Ce n’est pas une décision.');
	expect(french({ status: 'review' }).status).toContain('Ce n’est pas une décision.');
});

test('a confirmed obligation says since when, and by when as an estimate unless it is printed', () => {
	const words = french({ status: 'running', confirmedOn: '2026-02-20', deadline });
	expect(words.status).toBe(
		'Vous devez suivre ce parcours. Votre commune l’a confirmé le vendredi 20 février 2026.',
	);
	expect(words.what[0]).toContain('Nous estimons la date limite au jeudi 20 août 2026.');
	const printed = french({
		status: 'running',
		confirmedOn: '2026-02-20',
		deadline: { ...deadline, source: 'printed' },
	});
	expect(printed.what[0]).toBe(
		'Inscrivez-vous dans un bureau d’accueil, au plus tard le jeudi 20 août 2026.',
	);
});

test('a date that has passed sends to a person, a pause names none', () => {
	expect(french({ status: 'running', confirmedOn: '2026-02-20', deadline, late: true }).what[0]).toContain(
		'Parlez vite',
	);
	expect(french({ status: 'suspended', confirmedOn: '2026-02-20', deadline }).what).toHaveLength(1);
});

test('whoever may follow without having to is told so', () => {
	expect(french({ status: 'exempt', mayFollowVoluntarily: true }).status).toContain('si vous le voulez');
	expect(french({ status: 'exempt', mayFollowVoluntarily: false }).status).not.toContain('si vous le voulez');
});

test('a translation says that it is one, the official text does not', () => {
	const inEnglish = letterWords(letterOf({ language: 'en' }), 'en', setting);
	expect(inEnglish.notes[0]).toContain('Only the French text is official.');
	expect(french({}).notes).toEqual([
		'Le service en ligne s’appelle Halte. Qui s’en occupe : \u2068Cocom\u2069.',
	]);
});

test('what the person is called cannot turn the direction of the sentence', () => {
	const person = { ...letterOf().person, familyName: 'Had\u202Edad', givenNames: null };
	expect(french({ person }).greeting).toBe('Bonjour \u2068Haddad\u2069,');
});

test('a demonstration is named so in the language of the letter', () => {
	const demonstration = { operator: 'demonstration', demonstration: true };
	expect(letterWords(letterOf({}), 'fr', demonstration).notes).toEqual([
		'Le service en ligne s’appelle Halte. C’est une démonstration.',
	]);
	expect(letterWords(letterOf({}), 'nl', demonstration).notes.at(-1)).toContain('Het is een demonstratie.');
});

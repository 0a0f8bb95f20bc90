import { expect, test } from 'vitest';
import { course, session } from '#lib/demonstration/offer.ts';
import { seatNotes } from '#lib/domain/seatNotes.ts';

const far = '2026-12-01';
const everything = ['registration', 'language_assessment'];
const citizenship = { session: session(), course: course({ kind: 'citizenship' }) };
const french = { session: session(), course: course({ kind: 'language_course', courseLanguage: 'fr' }) };

test('who books is told what matters, and only that', () => {
	expect(seatNotes(citizenship, everything, far)).toEqual([]);
	expect(seatNotes(citizenship, [], far)).toEqual(['registration_missing']);
	expect(seatNotes(french, ['registration'], far)).toEqual(['language_assessment_missing']);
	expect(seatNotes(citizenship, everything, '2027-01-06')).toEqual(['starts_soon']);
	expect(seatNotes(citizenship, [...everything, 'citizenship'], far)).toEqual(['already_done']);
	expect(seatNotes(citizenship, everything, '2027-01-05')).toEqual([]);
});

import { expect, test } from 'vitest';
import { offerColumns, readOfferRow } from '#lib/domain/offerRow.ts';

const cells = {
	...{ course: 'C-1', kind: 'language_course', office: 'bapa-bxl', course_language: 'fr' },
	...{ spoken_languages: 'ar;FA', level: 'A1.1', hours: '80', session: 'C-1.2027', starts_on: '2027-01-11' },
	...{
		weekdays: '1;3',
		start_time: '9:00',
		end_time: '11h30',
		meetings: '20',
		place: 'Rue X 1',
		seats: '12',
	},
	...{ counter_reserve: '', childcare: 'yes', step_free: '', teacher_gender: 'F' },
};
const problem = (changes: Partial<typeof cells>) => {
	const read = readOfferRow({ ...cells, ...changes });
	return read.ok ? null : read.faults.flatMap(({ column, reason }) => [column, reason]);
};

test('a row is read into its course and its session', () => {
	expect(Object.keys(cells)).toEqual(offerColumns);
	expect(readOfferRow(cells)).toEqual({
		ok: true,
		value: {
			course: {
				id: 'C-1',
				kind: 'language_course',
				office: 'bapa-bxl',
				courseLanguage: 'fr',
				level: 'A1.1',
				hours: 80,
			},
			session: {
				...{
					id: 'C-1.2027',
					course: 'C-1',
					spokenLanguages: ['ar', 'fa'],
					startsOn: '2027-01-11',
					weekdays: [1, 3],
				},
				...{
					startTime: '09:00',
					endTime: '11:30',
					meetings: 20,
					place: 'Rue X 1',
					seats: 12,
					counterReserve: 0,
				},
				...{ childcare: true, stepFree: null, teacherGender: 'female' },
				...{ calledOff: false, revision: 0, mostMeetings: 20 },
			},
		},
	});
});

test.each([
	'1,3',
	'1 3',
	'1|3',
	'mon;wed',
	'Monday, Wednesday',
	'lundi mercredi',
	'maandag/woensdag',
	'3;1;1',
])('weekdays may be written as %s', (weekdays) =>
	expect(readOfferRow({ ...cells, weekdays })).toMatchObject({ value: { session: { weekdays: [1, 3] } } }),
);

test('everything wrong in a row is named with its column, also what is wrong between two cells', () => {
	const faults = { seats: '0', place: '', starts_on: '2027-02-30', course_language: '', end_time: '8:00' };
	expect(problem(faults)).toEqual([
		...['course_language', 'missing_cell', 'starts_on', 'wrong_date', 'end_time', 'ends_before_start'],
		...['place', 'missing_cell', 'seats', 'wrong_number'],
	]);
	expect(problem({ end_time: '8', session: '' })).toEqual([
		...['session', 'missing_cell', 'end_time', 'wrong_time'],
	]);
	expect(problem({ kind: 'yoga' })).toEqual(['kind', 'unknown_kind']);
	expect(problem({ kind: 'constructor' })).toEqual(['kind', 'unknown_kind']);
	expect(problem({ childcare: 'constructor' })).toEqual(['childcare', 'unknown_value']);
	expect(problem({ session: 'a b' })).toEqual(['session', 'wrong_id']);
	expect(problem({ course: '../x' })).toEqual(['course', 'wrong_id']);
	expect(problem({ weekdays: '0;8' })).toEqual(['weekdays', 'wrong_weekdays']);
	expect(problem({ weekdays: 'ma' })).toEqual(['weekdays', 'wrong_weekdays']);
	expect(problem({ spoken_languages: 'arabic' })).toEqual(['spoken_languages', 'unknown_language']);
	expect(problem({ spoken_languages: 'ar;zz' })).toEqual(['spoken_languages', 'unknown_language']);
	expect(problem({ course_language: 'zz' })).toEqual(['course_language', 'unknown_language']);
	expect(problem({ start_time: '25:00' })).toEqual(['start_time', 'wrong_time']);
	expect(problem({ end_time: '09:00' })).toEqual(['end_time', 'ends_before_start']);
	expect(problem({ counter_reserve: '13' })).toEqual(['counter_reserve', 'reserve_above_seats']);
	expect(problem({ course_language: '' })).toEqual(['course_language', 'missing_cell']);
	expect(problem({ meetings: '1e3' })).toEqual(['meetings', 'wrong_number']);
});

test.each([
	'social_assessment',
	'language_assessment',
	'rights_and_duties',
	'citizenship',
	'language_course',
])('%s is a kind of course', (kind) =>
	expect(readOfferRow({ ...cells, kind })).toMatchObject({ value: { course: { kind } } }),
);

test.each([
	['Alphabétisation', 'literacy'],
	['alfa', 'literacy'],
	['literacy', 'literacy'],
	['a1.1', 'A1.1'],
	['A1,2', 'A1.2'],
	['a2', 'A2'],
	['A2.1', 'A2.1'],
	['Débutants', 'Débutants'],
	['', null],
])('the level %s is kept as %s', (level, kept) =>
	expect(readOfferRow({ ...cells, level })).toMatchObject({ value: { course: { level: kept } } }),
);

test('the column that calls a session off may be left out, and takes yes and no only', () => {
	const off = (called_off: string) => readOfferRow({ ...cells, called_off });
	expect(readOfferRow(cells)).toMatchObject({ value: { session: { calledOff: false } } });
	expect(off('yes')).toMatchObject({ value: { session: { calledOff: true } } });
	expect(off('oui')).toMatchObject({ value: { session: { calledOff: true } } });
	expect(off('no')).toMatchObject({ value: { session: { calledOff: false } } });
	expect(off('perhaps')).toMatchObject({ faults: [{ column: 'called_off', reason: 'unknown_value' }] });
});

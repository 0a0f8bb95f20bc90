import { describe, expect, it } from 'vitest';
import { course, session } from '#lib/demonstration/offer.ts';
import type { AttendanceStatus } from '#lib/domain/attendance.ts';
import { attestationsDue, missedOne } from '#lib/domain/attestationsDue.ts';
import type { SessionAttended } from '#lib/domain/attestationsDue.ts';
import { mayFollowAgain, revocationReasons } from '#lib/domain/revocation.ts';

const nothing = { confirmedOn: null, done: [] };
const mondays = ['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'];
const at = (statuses: AttendanceStatus[], of: Partial<SessionAttended['course']> = {}): SessionAttended => ({
	session: session(),
	course: course(of),
	meetings: statuses.map((status, index) => ({ on: mondays[index] ?? '', status })),
});
const kindsOf = (sessions: SessionAttended[]) =>
	attestationsDue('21015', nothing, sessions).map(({ kind }) => kind);

describe('what the facts of a dossier entitle to', () => {
	it('is nothing without facts', () => expect(attestationsDue('21015', nothing, [])).toEqual([]));

	it('is a paper of the commune for the confirmation, and of the office for registration and completion', () => {
		const done = [
			{ step: 'completion', on: '2027-03-01', office: 'via' },
			{ step: 'welcome', on: '2027-01-08', office: 'via' },
			{ step: 'registration', on: '2027-01-06', office: 'via' },
		] as const;
		const due = attestationsDue('21015', { confirmedOn: '2027-01-04', done }, [at(['present'])]);
		expect(due.map(({ kind, issuer, on }) => [kind, issuer, on])).toEqual([
			['obligation', 'commune:21015', '2027-01-04'],
			['registration', 'office:via', '2027-01-06'],
			['completion', 'office:via', '2027-03-01'],
		]);
	});

	it('is no paper where nobody knows which office it was', () => {
		const done = [{ step: 'registration', on: '2027-01-06', office: null }] as const;
		expect(attestationsDue('21015', { confirmedOn: null, done }, [])).toEqual([]);
	});

	it('is a paper for every meeting attended, on the day of the last', () => {
		const [due] = attestationsDue('21015', nothing, [
			at(['present', 'late', 'late', 'present'], { hours: 10 }),
		]);
		expect(due).toMatchObject({
			...{ kind: 'rights_and_duties', issuer: 'office:bapa-bxl', on: '2027-02-01' },
			...{ session: 'rights-1', hours: 10, level: null, courseLanguage: null },
		});
	});

	it.each([
		['one is still to come', ['present', 'present', 'present']],
		['one was missed', ['present', 'absent', 'present', 'present']],
		['one was missed for a good reason', ['present', 'excused', 'present', 'present']],
	] satisfies [string, AttendanceStatus[]][])('is nothing when %s', (_, statuses) =>
		expect(kindsOf([at(statuses)])).toEqual([]),
	);

	it('is nothing for an assessment, which is no course', () =>
		expect(
			kindsOf([at(['present', 'present', 'present', 'present'], { kind: 'social_assessment' })]),
		).toEqual([]));

	it('is nothing for a session that never meets', () =>
		expect(kindsOf([{ ...at([]), session: session({ weekdays: [] }) }])).toEqual([]));

	it('says the level and the language of a language course only', () => {
		const language = { kind: 'language_course', level: 'A1.2', courseLanguage: 'nl' } as const;
		const all: AttendanceStatus[] = ['present', 'present', 'present', 'present'];
		expect(attestationsDue('21015', nothing, [at(all, language)])[0]).toMatchObject({
			level: 'A1.2',
			courseLanguage: 'nl',
		});
	});
});

it('only a written absence says that a meeting was missed', () => {
	expect(missedOne(at(['present', 'late']))).toBe(false);
	expect(missedOne(at(['present', 'absent']))).toBe(true);
	expect(missedOne(at(['excused']))).toBe(true);
});

it('a new paper may follow where the data was wrong or the fact came back, and never where somebody misused it', () => {
	expect(revocationReasons.filter(mayFollowAgain)).toEqual(['data_wrong']);
	expect(mayFollowAgain('fact_withdrawn')).toBe(true);
});

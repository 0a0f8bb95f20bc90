import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { takeInAttendance } from '#lib/services/takeInAttendance.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
const folder = mkdtempSync(join(tmpdir(), 'halte attendance '));
afterAll(() => rmSync(folder, { recursive: true }));

const before = new Date('2027-01-01T10:00:00Z');
/** After the third of the four Mondays: 11, 18 and 25 January. */
const after = new Date('2027-01-26T10:00:00Z');
await addPeople(pool, ['A', 'B', 'C', 'D']);
let session = '';
let count = 0;
const book = async (dossier: string) => {
	const seat = await bookSeat(deps, operator, { dossier, session, key: `key-${session}-${dossier}` });
	if (!seat.ok) throw new Error(seat.reason);
	return seat.value.booking;
};
beforeEach(async () => {
	setNow(before);
	// Each at an hour and of a level of its own: nobody sits in two courses at once, or twice in the same.
	const hour = String(8 + (count += 1)).padStart(2, '0');
	session = await addSession(
		database,
		{ id: `S-${count}`, course: `C-${count}`, startTime: `${hour}:00`, endTime: `${hour}:45` },
		{ id: `C-${count}`, level: `A1.${count}` },
	);
	await book('A');
	await book('B');
	setNow(after);
});

const takeIn = async (...rows: [dossier: string, meetingOn: string, status: string][]) => {
	const taken = await takeInAttendance(deps, operator, {
		session,
		rows: rows.map(([dossier, meeting_on, status], index) => ({
			row: index + 2,
			cells: { dossier, meeting_on, status },
		})),
	});
	if (!taken.ok) throw new Error(taken.reason);
	return taken.value;
};
const kept = async () =>
	(
		await pool.query<{ row: string }>(
			`select dossier || ' ' || meeting_on || ' ' || status as row from attendance where session = $1 order by 1`,
			[session],
		)
	).rows.map(({ row }) => row);
const corrections = async () =>
	(
		await pool.query<{ dossier: string; codes: unknown }>(
			`select dossier, codes from journal where action = 'attendance_corrected' and codes->>'session' = $1`,
			[session],
		)
	).rows;

test('good rows are taken, each bad one is named by its number with everything that is wrong', async () => {
	const report = await takeIn(
		['A', '2027-01-11', 'present'],
		['B', '2027-01-11', 'Late'],
		['A', '2027-01-12', 'present'],
		['A', '2027-02-01', 'present'],
		['C', '2027-01-11', 'present'],
		['nobody', '2027-01-18', 'absent'],
		['', '2027-02-30', 'sick'],
		['A', '2027-01-11', 'absent'],
		['D', '2027-01-13', 'excused'],
	);
	expect(report).toMatchObject({ read: 9, taken: 2, added: 2, changed: 0, unchanged: 0 });
	expect(report.refused).toEqual([
		{ row: 4, faults: [{ reason: 'not_a_meeting', column: 'meeting_on' }] },
		{ row: 5, faults: [{ reason: 'future_meeting', column: 'meeting_on' }] },
		{ row: 6, faults: [{ reason: 'no_booking', column: 'dossier' }] },
		{ row: 7, faults: [{ reason: 'unknown_dossier', column: 'dossier' }] },
		{
			row: 8,
			faults: [
				{ reason: 'missing_cell', column: 'dossier' },
				{ reason: 'wrong_date', column: 'meeting_on' },
				{ reason: 'unknown_value', column: 'status' },
			],
		},
		{ row: 9, faults: [{ reason: 'row_twice', column: 'meeting_on' }] },
		{
			row: 10,
			faults: [
				{ reason: 'no_booking', column: 'dossier' },
				{ reason: 'not_a_meeting', column: 'meeting_on' },
			],
		},
	]);
	expect(await kept()).toEqual(['A 2027-01-11 present', 'B 2027-01-11 late']);
});

test('the same row again changes nothing; a corrected one replaces it and leaves a line that the person sees', async () => {
	await takeIn(['A', '2027-01-11', 'absent'], ['B', '2027-01-11', 'present']);
	expect(await takeIn(['A', '2027-01-11', 'absent'])).toMatchObject({ unchanged: 1, added: 0, changed: 0 });
	expect(await corrections()).toEqual([]);
	expect(await takeIn(['A', '2027-01-11', 'excused'])).toMatchObject({ changed: 1 });
	expect(await kept()).toEqual(['A 2027-01-11 excused', 'B 2027-01-11 present']);
	expect(await corrections()).toEqual([
		{ dossier: 'A', codes: { session, meetingOn: '2027-01-11', before: 'absent', after: 'excused' } },
	]);
});

test('a meeting can be written down from its first minute on', async () => {
	const [hour] = (await deps.store.transact((tx) => tx.courses.findSession(session)))!.startTime.split(':');
	const begins = new Date(`2027-02-01T${String(Number(hour) - 1).padStart(2, '0')}:00:00Z`);
	setNow(new Date(begins.getTime() - 1));
	expect((await takeIn(['A', '2027-02-01', 'present'])).taken).toBe(0);
	setNow(begins);
	expect((await takeIn(['A', '2027-02-01', 'present'])).taken).toBe(1);
});

test('whoever gave their seat back was never expected', async () => {
	setNow(before);
	const booking = await book('C');
	await cancelBooking(deps, operator, { booking });
	setNow(after);
	expect((await takeIn(['C', '2027-01-11', 'absent'])).refused).toMatchObject([
		{ faults: [{ reason: 'no_booking' }] },
	]);
});

test('whoever lost their seat after a meeting was still at it', async () => {
	await pool.query(
		`update booking set cancelled_at = '2027-01-20T00:00:00Z' where session = $1 and dossier = 'A'`,
		[session],
	);
	expect(await takeIn(['A', '2027-01-18', 'present'], ['A', '2027-01-25', 'present'])).toMatchObject({
		taken: 1,
		refused: [{ row: 3, faults: [{ reason: 'no_booking' }] }],
	});
});

test('two files at once write every meeting once', async () => {
	const reports = await Promise.all(
		Array.from({ length: 8 }, () => takeIn(['A', '2027-01-11', 'present'], ['B', '2027-01-18', 'late'])),
	);
	expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(2);
	expect(await kept()).toHaveLength(2);
});

test('the command takes the file, and the dossier shows it with what the person needs', async () => {
	const file = join(folder, 'attendance.csv');
	writeFileSync(
		file,
		'dossier;meeting_on;status\r\nA;2027-01-11;present\r\nA;2027-01-11;late\r\n"B;2027-01-11\r\n',
	);
	setNow(after);
	const run = await runCommand(database, 'attendance', session, file, '--json');
	expect(run.exit).toBe(0);
	// The command's clock is the real one: whether the meeting has been is another test's matter.
	expect(JSON.parse(run.out)).toMatchObject({
		read: 3,
		refused: expect.arrayContaining([{ row: 4, faults: [{ reason: 'broken_row' }] }]) as unknown,
	});
	await takeIn(['A', '2027-01-11', 'present']);
	const { out } = await runCommand(database, 'dossier', 'A', '--json');
	const { attendance, needs } = JSON.parse(out) as { attendance: unknown[]; needs: unknown };
	expect(attendance).toContainEqual({ session, meetingOn: '2027-01-11', status: 'present' });
	expect(needs).toBeNull();
});

test('the command refuses an unknown session, a missing file and a missing word', async () => {
	const file = join(folder, 'empty.csv');
	writeFileSync(file, 'dossier,meeting_on,status\n');
	expect(await runCommand(database, 'attendance', 'none', file)).toMatchObject({
		...{ exit: 1, out: '', err: 'unknown_session: no session has this id.\n' },
	});
	expect((await runCommand(database, 'attendance', session, join(folder, 'none.csv'))).exit).toBe(1);
	expect((await runCommand(database, 'attendance', session)).exit).toBe(2);
	expect((await runCommand(database, 'attendance', session, file, '--json')).out).toContain('"read":0');
});

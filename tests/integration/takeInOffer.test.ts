import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { demonstrationOffer } from '#lib/demonstration/offer.ts';
import type { OfferCells } from '#lib/demonstration/courseSeries.ts';
import { offerColumns } from '#lib/domain/offerRow.ts';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { holdSeat } from '#lib/services/holdSeat.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { testDatabase } from '../support/database.ts';
import { addOffice } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';
import { runCommand } from '../support/runCommand.ts';

const database = await testDatabase();
const { deps, pool, setNow } = database;
setNow(new Date('2026-12-01T10:00:00Z'));
const offer = demonstrationOffer('2026-12-01');
for (const office of new Set(offer.map((row) => row.office))) await addOffice(pool, office);
const folder = mkdtempSync(join(tmpdir(), 'halte offer '));
afterAll(() => rmSync(folder, { recursive: true }));

const plain: OfferCells = {
	...offer[0]!,
	...{
		course: 'C',
		session: 'C-1',
		seats: '3',
		counter_reserve: '0',
		starts_on: '2027-01-11',
		weekdays: '1',
	},
};
const takeIn = async (...rows: Partial<OfferCells>[]) =>
	(
		await takeInOffer(
			deps,
			operator,
			rows.map((changes, index) => ({ row: index + 2, cells: { ...plain, ...changes } })),
		)
	).value;
const kept = async () => (await pool.query('select * from session order by id')).rows as unknown[];

test('the command takes the good rows, names the bad ones, and changes nothing when it is run again', async () => {
	const lines = [
		offerColumns.join(';'),
		...offer.map((row) => offerColumns.map((column) => row[column].replaceAll(';', ',')).join(';')),
		offerColumns
			.map((column) => ({ ...plain, office: 'nowhere', session: 'X' })[column].replaceAll(';', ','))
			.join(';'),
		'only;two',
	];
	const file = join(folder, 'offer.csv');
	writeFileSync(file, `\ufeff${lines.join('\r\n')}\r\n`);
	const run = await runCommand(database, 'offer', file, '--json');
	expect(run).toMatchObject({ exit: 0, err: '' });
	const report = {
		read: offer.length + 2,
		taken: offer.length,
		refused: [
			{ row: offer.length + 2, faults: [{ reason: 'unknown_office', column: 'office' }] },
			{ row: offer.length + 3, faults: [{ reason: 'wrong_number_of_cells' }] },
		],
	};
	expect(JSON.parse(run.out)).toEqual(report);
	const before = await kept();
	expect(before).toHaveLength(offer.length);
	const again = await runCommand(database, 'offer', file);
	expect(again.out).toContain(`row ${offer.length + 2}: unknown_office (office)\n`);
	expect(await kept()).toEqual(before);
});

test('a file that is not there, or is no offer, is refused with one sentence', async () => {
	expect(await runCommand(database, 'offer', join(folder, 'none.csv'))).toMatchObject({
		exit: 1,
		out: '',
		err: 'no_such_file: there is no such file\n',
	});
	writeFileSync(join(folder, 'other.csv'), 'id,kind\nA,B\n');
	const other = await runCommand(database, 'offer', join(folder, 'other.csv'));
	expect(other).toMatchObject({ exit: 1, out: '' });
	expect(other.err).toMatch(/^missing_columns: .*starts_on/);
	expect((await runCommand(database, 'offer')).exit).toBe(2);
});

test('what one row says against another is refused, the first one stands', async () => {
	const report = await takeIn(
		{ session: 'D-1', course: 'D', level: '' },
		{ session: 'D-2', course: 'D', hours: '20' },
		{ session: 'D-1', course: 'D' },
		{ session: 'D-1', course: 'C' },
		{ session: 'D-3', course: 'D', weekdays: '9' },
	);
	expect(report).toMatchObject({ read: 5, taken: 1 });
	expect(report.refused).toEqual([
		{ row: 3, faults: [{ reason: 'course_described_otherwise', column: 'hours' }] },
		{ row: 4, faults: [{ reason: 'session_twice', column: 'session' }] },
		{ row: 5, faults: [{ reason: 'session_twice', column: 'session' }] },
		{ row: 6, faults: [{ reason: 'wrong_weekdays', column: 'weekdays' }] },
	]);
});

test('a row with several faults names each column and why, the office that is not known among them', async () => {
	const report = await takeIn(
		{ session: 'E-1', course: 'E', office: 'nowhere', seats: '0', spoken_languages: 'fr;zz' },
		{ session: 'E-2', course: 'E', office: 'no where', seats: '0' },
		{ session: 'E-3', course: 'E' },
		{ session: 'E-3', course: 'E', office: 'nowhere', hours: '20' },
	);
	expect(report.refused).toEqual([
		{
			row: 2,
			faults: [
				{ column: 'office', reason: 'unknown_office' },
				{ column: 'spoken_languages', reason: 'unknown_language' },
				{ column: 'seats', reason: 'wrong_number' },
			],
		},
		{
			row: 3,
			faults: [
				{ column: 'office', reason: 'wrong_id' },
				{ column: 'seats', reason: 'wrong_number' },
			],
		},
		{
			row: 5,
			faults: [
				{ column: 'office', reason: 'course_described_otherwise' },
				{ column: 'office', reason: 'unknown_office' },
				{ column: 'hours', reason: 'course_described_otherwise' },
				{ column: 'session', reason: 'session_twice' },
			],
		},
	]);
});

test('a session never gets fewer seats than are taken and stays in its course', async () => {
	await takeIn({});
	await addPeople(pool, ['P1', 'P2']);
	for (const dossier of ['P1', 'P2'])
		expect((await bookSeat(deps, operator, { dossier, session: 'C-1', key: `key-of-${dossier}` })).ok).toBe(
			true,
		);
	expect((await takeIn({ seats: '1' })).refused).toEqual([
		{ row: 2, faults: [{ reason: 'seats_below_taken', column: 'seats' }] },
	]);
	expect((await takeIn({ course: 'E' })).refused).toEqual([
		{ row: 2, faults: [{ reason: 'session_of_other_course', column: 'session' }] },
	]);
	expect((await takeIn({ seats: '2', place: 'Ailleurs 3' })).refused).toEqual([]);
	const { rows } = await pool.query("select seats, place, start_time from session where id = 'C-1'");
	expect(rows).toEqual([{ seats: 2, place: 'Ailleurs 3', start_time: '09:00:00' }]);
});

/** A course of its own, and what else a row may say of it. */
const otherwise: [string, Partial<OfferCells>][] = [
	['kind', { kind: 'citizenship' }],
	['office', { office: offer.find(({ office }) => office !== plain.office)!.office }],
	['course_language', { course_language: 'nl' }],
	['level', { level: 'A2' }],
	['hours', { hours: '11' }],
];
const told = async (course: string) =>
	(
		await pool.query('select id, kind, office, course_language, level, hours from course where id = $1', [
			course,
		])
	).rows[0] as Record<string, unknown>;

test.each(otherwise)(
	'a course in which people have seats keeps its %s, whatever session the row is about',
	async (column, change) => {
		const course = `F-${column}`;
		const person = `F-${column}`;
		await takeIn({ course, session: `${course}-1` });
		await addPeople(pool, [person]);
		const before = await told(course);
		// As long as nobody is in it, it may become another one, and back.
		expect((await takeIn({ course, session: `${course}-1`, ...change })).refused).toEqual([]);
		expect(await told(course)).not.toEqual(before);
		await takeIn({ course, session: `${course}-1` });

		const seat = await bookSeat(deps, operator, {
			dossier: person,
			session: `${course}-1`,
			key: `key-of-${person}`,
		});
		if (!seat.ok) throw new Error(seat.reason);
		const fault = { column, reason: 'course_has_people' };
		const report = await takeIn(
			{ course, session: `${course}-2`, ...change },
			{ course, session: `${course}-1`, ...change, place: 'Ailleurs 3' },
			{ course, session: `${course}-3` },
		);
		expect(report.refused).toEqual([
			{ row: 2, faults: [fault] },
			{ row: 3, faults: [fault] },
		]);
		expect(await told(course)).toEqual(before);
		const sessions = await pool.query('select id, place from session where course = $1 order by id', [
			course,
		]);
		expect(sessions.rows).toEqual([
			{ id: `${course}-1`, place: plain.place },
			{ id: `${course}-3`, place: plain.place },
		]);

		// The person gave the seat back: nobody is in it any more.
		await cancelBooking(deps, operator, { booking: seat.value.booking });
		expect((await takeIn({ course, session: `${course}-2`, ...change })).refused).toEqual([]);
	},
);

test('nor does it change for those who wait or hold a seat, and a session stays in its course without anybody', async () => {
	await takeIn(
		{ course: 'G', session: 'G-1', seats: '1' },
		{ course: 'H', session: 'H-1' },
		{ course: 'I', session: 'I-1' },
	);
	await addPeople(pool, ['G1', 'G2', 'H1']);
	const seat = await bookSeat(deps, operator, { dossier: 'G1', session: 'G-1', key: 'key-of-G1' });
	if (!seat.ok) throw new Error(seat.reason);
	expect((await joinWaitingList(deps, operator, { dossier: 'G2', session: 'G-1' })).ok).toBe(true);
	await cancelBooking(deps, operator, { booking: seat.value.booking });
	expect((await holdSeat(deps, operator, { dossier: 'H1', session: 'H-1' })).ok).toBe(true);
	for (const course of ['G', 'H'])
		expect((await takeIn({ course, session: `${course}-9`, hours: '11' })).refused).toEqual([
			{ row: 2, faults: [{ column: 'hours', reason: 'course_has_people' }] },
		]);
	expect((await takeIn({ course: 'I', session: 'H-1' })).refused).toEqual([
		{ row: 2, faults: [{ column: 'session', reason: 'session_of_other_course' }] },
	]);
	expect((await takeIn({ course: 'H', session: 'I-1' })).refused).toEqual([
		{ row: 2, faults: [{ column: 'session', reason: 'session_of_other_course' }] },
	]);
});

test('who books while the course is changed has a seat in the course they chose, or the change is made first', async () => {
	for (let round = 0; round < 10; round++) {
		const [course, session, dossier] = [`J-${round}`, `J-${round}-1`, `J-${round}-P`];
		await takeIn({ course, session });
		await addPeople(pool, [dossier]);
		const [booked, report] = await Promise.all([
			bookSeat(deps, operator, { dossier, session, key: `key-of-${dossier}` }),
			takeIn({ course, session: `${session}-more`, kind: 'citizenship' }),
		]);
		expect(booked.ok).toBe(true);
		expect(await told(course)).toMatchObject({ kind: report.taken === 1 ? 'citizenship' : plain.kind });
		expect((await takeIn({ course, session, kind: 'social_assessment' })).taken).toBe(0);
	}
});

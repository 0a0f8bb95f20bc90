import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startJobs } from '#lib/server/jobs/startJobs.ts';
import { operator, system } from '#lib/services/actor.ts';
import { checkSeats } from '#lib/services/checkSeats.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { freeSeats } from '#lib/services/freeSeats.ts';
import { testDatabase } from '../support/database.ts';
import { addSession } from '../support/offer.ts';
import { addPeople } from '../support/people.ts';
import { seatActions, seatsIn } from '../support/seats.ts';

const database = await testDatabase();
const { deps, pool, url, setNow } = database;
await addPeople(pool, ['leaver', 'next']);
const { book, hold, join } = seatActions(deps);

const present = new Date('2026-12-01T10:00:00Z');
setNow(present);
const inside = (session: string) => seatsIn(pool, session, present);
const names = (those: { dossier: string }[]) => those.map(({ dossier }) => dossier);

test('who is closed gives every seat back, and the next in line is offered it', async () => {
	const [one, other, third] = [
		await addSession(database, { id: 'one', seats: 1, weekdays: [1] }),
		await addSession(database, { id: 'other', seats: 1, weekdays: [2] }),
		await addSession(database, { id: 'third', seats: 1, weekdays: [3] }),
	];
	expect(await book('leaver', one)).toMatchObject({ ok: true });
	expect(await join('next', one)).toMatchObject({ ok: true });
	expect(await book('next', other)).toMatchObject({ ok: true });
	expect(await join('leaver', other)).toMatchObject({ ok: true });
	expect(await hold('leaver', third)).toMatchObject({ ok: true });

	const { stop } = await startJobs(url, deps, { schedules: [], everySeconds: 1 });
	expect(await closeDossier(deps, operator, { dossier: 'leaver', on: '2026-12-01' })).toMatchObject({
		ok: true,
	});
	while ((await inside(third)).held.length > 0 || (await inside(other)).waiting.length > 0) await pause(100);
	await stop();
	expect(names((await inside(one)).booked)).toEqual([]);
	expect(names((await inside(one)).offered)).toEqual(['next']);
	expect(await freeSeats(deps, system, { dossier: 'leaver' })).toEqual({ ok: true, value: { freed: 0 } });
	expect(await checkSeats(deps)).toEqual([]);
});

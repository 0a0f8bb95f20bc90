import { expect, test } from 'vitest';
import { operator, system } from '#lib/services/actor.ts';
import { findFrontDesk } from '#lib/server/presenters/contact.ts';
import { takeInOffices } from '#lib/services/takeInOffices.ts';
import { testDatabase } from '../support/database.ts';

const { deps, pool, setNow } = await testDatabase();
setNow(new Date('2026-03-10T10:00:00Z'));

const good = {
	id: 'schaerbeek',
	kind: 'commune',
	name_fr: 'Commune de Schaerbeek',
	name_nl: 'Gemeente Schaarbeek',
	commune: '21015',
	street: 'Place Colignon',
	number: '1',
	postcode: '1030',
	phone: '02 000 00 15',
	email: 'demonstration@schaerbeek.example',
	post_address: '',
	hours: 'Mo-Fr 09:00-12:00; PH off',
	languages: 'fr;nl ar',
	step_free: 'yes',
	last_checked: '2026-03-01',
};

const rowsOf = (...cells: Partial<typeof good>[]) =>
	cells.map((each, index) => ({ row: index + 2, cells: { ...good, ...each } }));

test('good rows are taken, bad ones named with every reason, and nothing happens twice', async () => {
	const rows = rowsOf(
		{},
		{
			...{ id: 'x', postcode: '10', hours: 'Mo-Fr 9-12', languages: 'fr zz', step_free: 'perhaps' },
			last_checked: '2026-04-01',
		},
		{ id: 'bon', kind: 'BON', name_nl: 'BON', commune: '', hours: '', step_free: '', languages: '' },
		{ phone: '1' },
	);
	const first = await takeInOffices(deps, operator, rows);
	expect(first.value).toEqual({
		read: 4,
		taken: 2,
		added: 2,
		changed: 0,
		unchanged: 0,
		refused: [
			{
				row: 3,
				faults: [
					{ column: 'postcode', reason: 'wrong_postcode' },
					{ column: 'hours', reason: 'times_missing' },
					{ column: 'languages', reason: 'unknown_language' },
					{ column: 'step_free', reason: 'neither_yes_nor_no' },
					{ column: 'last_checked', reason: 'future_date' },
				],
			},
			{
				row: 5,
				faults: [
					{ column: 'id', reason: 'id_twice' },
					{ column: 'phone', reason: 'number_too_short' },
				],
			},
		],
	});
	expect((await takeInOffices(deps, operator, rows)).value).toMatchObject({ added: 0, unchanged: 2 });
	const moved = await takeInOffices(deps, operator, rowsOf({ commune: 'Schaarbeek', number: '2' }));
	expect(moved.value).toMatchObject({ added: 0, changed: 1 });
	const kept = await deps.store.transact((tx) => tx.offices.find('schaerbeek'));
	expect(kept).toEqual({
		id: 'schaerbeek',
		kind: 'commune',
		nameFr: 'Commune de Schaerbeek',
		nameNl: 'Gemeente Schaarbeek',
		commune: '21015',
		street: 'Place Colignon',
		number: '2',
		postcode: '1030',
		phone: '+3220000015',
		email: 'demonstration@schaerbeek.example',
		postAddress: null,
		hours: 'Mo-Fr 09:00-12:00; PH off',
		languages: ['fr', 'nl', 'ar'],
		stepFree: true,
		lastChecked: '2026-03-01',
		demonstration: false,
	});
});

test('only the loader of the demonstration marks offices as invented, and a real file takes the mark away', async () => {
	await takeInOffices(deps, system, rowsOf({ id: 'demo' }), { demonstration: true });
	const mark = async () => (await deps.store.transact((tx) => tx.offices.find('demo')))?.demonstration;
	expect(await mark()).toBe(true);
	await takeInOffices(deps, operator, rowsOf({ id: 'demo' }));
	expect(await mark()).toBe(false);
});

test('a list keeps the offices of the whole Region beside those of a commune', async () => {
	const ids = await deps.store.transact(async (tx) => ({
		schaerbeek: (await tx.offices.list({ commune: '21015' })).map(({ id }) => id),
		forest: (await tx.offices.list({ commune: '21007' })).map(({ id }) => id),
		reception: (await tx.offices.list({ kind: 'reception_office' })).map(({ id }) => id),
	}));
	expect(ids.schaerbeek).toContain('schaerbeek');
	expect(ids.forest).toEqual(['bon']);
	expect(ids.reception).toEqual(['bon']);
	expect((await pool.query(`select action from journal where action = 'offices_taken_in'`)).rowCount).toBe(5);
});

test('at the end of every page stands who can be called: the front desk, else a commune that has a telephone', async () => {
	const front = async (...rows: Partial<typeof good>[]) => {
		await takeInOffices(deps, operator, rowsOf(...rows));
		return (await findFrontDesk(deps.store))?.id;
	};
	await pool.query('delete from office');
	expect(await front()).toBeUndefined();
	expect(await front({ id: 'a-silent', name_fr: 'A', phone: '' })).toBe('a-silent');
	expect(await front({ id: 'b-called', name_fr: 'B' })).toBe('b-called');
	expect(await front({ id: 'c-whole', name_fr: 'C', post_address: 'Place 1, 1030 Schaerbeek' })).toBe(
		'c-whole',
	);
	const desk = { id: 'desk', kind: 'front_desk', commune: '' };
	expect(await front({ ...desk, phone: '' })).toBe('c-whole');
	expect(await front(desk)).toBe('desk');
});

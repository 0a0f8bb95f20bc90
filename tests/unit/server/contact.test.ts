import { describe, expect, it } from 'vitest';
import { contactOf, rememberDesk } from '#lib/server/presenters/contact.ts';
import type { KeptOffice } from '#lib/services/ports/offices.ts';

const desk: KeptOffice = {
	id: 'front',
	kind: 'front_desk',
	nameFr: 'Accueil',
	nameNl: 'Onthaal',
	commune: null,
	street: null,
	number: null,
	postcode: null,
	phone: '+3220000001',
	email: null,
	postAddress: 'Rue Inventée 1, 1000 Bruxelles',
	hours: null,
	languages: [],
	stepFree: null,
	lastChecked: null,
	demonstration: true,
};
const minute = 60_000;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the person at the end of every page', () => {
	it('is asked for once a minute, not at every page', async () => {
		let asked = 0;
		const remembered = rememberDesk(() => (asked++, Promise.resolve(desk)));
		for (const now of [0, 1000, minute - 1]) expect(await remembered.read(now)).toBe(desk);
		expect(asked).toBe(1);
		await remembered.read(minute);
		expect(asked).toBe(2);
	});

	it('is the last one known while the database is away', async () => {
		const answers = [() => Promise.resolve(desk), () => Promise.reject(new Error('away'))];
		const remembered = rememberDesk(() => (answers.shift() ?? answers[0]!)());
		await remembered.read(0);
		await remembered.read(minute);
		await settled();
		expect(await remembered.read(minute + 1)).toBe(desk);
	});

	it('is nobody, without an error, when it was never known; and is asked for again soon', async () => {
		const answers = [Promise.reject(new Error('away')), Promise.resolve(desk)];
		const remembered = rememberDesk(() => answers.shift()!);
		expect(await remembered.read(0)).toBeNull();
		expect(await remembered.read(5_000)).toBe(desk);
	});

	it('shows the number as people write it and dials it as telephones do', () => {
		expect(contactOf(desk, 'nl')).toMatchObject({ name: 'Onthaal', phone: { dial: '+3220000001' } });
		expect(contactOf(desk, 'ti')?.name).toBe('Accueil');
		expect(contactOf(null, 'fr')).toBeNull();
	});

	it('is written to at its door where it has no other address for post', () => {
		const door = { ...desk, postAddress: null, street: 'Rue Inventée', number: '1', postcode: '1050' };
		const told = { ...door, commune: '21009' };
		expect(contactOf(told, 'fr')?.postAddress).toBe('Rue Inventée 1, 1050 Ixelles');
		expect(contactOf(told, 'nl')?.postAddress).toBe('Rue Inventée 1, 1050 Elsene');
		expect(contactOf(door, 'fr')?.postAddress).toBe('Rue Inventée 1, 1050');
		expect(contactOf({ ...door, street: null }, 'fr')?.postAddress).toBeNull();
	});
});

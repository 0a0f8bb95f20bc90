import { expect, test } from 'vitest';
import { largeRegister } from '#lib/demonstration/largeRegister.ts';
import { regionSize } from '#lib/demonstration/loadLarge.ts';
import { demonstrationPeople, eventOf } from '#lib/demonstration/people.ts';

test('as many people as the Region has: each their own national number, and none of a demonstration person', () => {
	const today = '2026-11-22';
	const numbers = [
		...demonstrationPeople.map((each) => eventOf(each, today)),
		...largeRegister(today, regionSize),
	].flatMap(({ person }) => person.nationalNumber ?? []);
	expect(numbers.length).toBeGreaterThan(58_000);
	expect(new Set(numbers).size).toBe(numbers.length);
}, 60_000);

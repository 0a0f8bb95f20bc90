import type { Language } from '#lib/domain/languages.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { KeptOffice } from '#lib/services/ports/offices.ts';
import type { Store } from '#lib/services/ports.ts';
import { officeDoor } from './officeDoor.ts';
import { officeName } from './officeName.ts';

/** The person at the end of every page: by telephone (as dialled and as written) and by post. */
export type Contact = {
	name: string;
	phone: { dial: string; shown: string } | null;
	postAddress: string | null;
	demonstration: boolean;
};

/** Where to write to an office: its address for post, else its door. */
const addressOf = (office: KeptOffice, language: 'fr' | 'nl'): string | null => {
	if (office.postAddress !== null || office.street === null) return office.postAddress;
	const { street, place } = officeDoor(office, language);
	return [street, place].filter(Boolean).join(', ');
};

/** Whoever can be called and written to, else called, else whoever is first; null: nobody. */
const reachable = (offices: KeptOffice[]): KeptOffice | null => {
	const called = offices.filter(({ phone }) => phone !== null);
	return called.find(({ postAddress }) => postAddress !== null) ?? called[0] ?? offices[0] ?? null;
};

/** Who answers first: the front desk, else the counter of a commune, else nobody known; those who can be called first. */
export const findFrontDesk = (store: Store): Promise<KeptOffice | null> =>
	store.transact(async (tx) => {
		const desk = reachable(await tx.offices.list({ kind: 'front_desk' }));
		if (desk?.phone) return desk;
		const counter = reachable(await tx.offices.list({ kind: 'commune' }));
		return counter?.phone ? counter : (desk ?? counter);
	});

const freshForMs = 60_000;
const freshWhenUnknownMs = 5_000;
/** Nobody waits longer for the database to read a page of text. */
const patienceMs = 1500;

type Desk = { read(now: number): Promise<KeptOffice | null> };

const within = <T>(promise: Promise<T>, ms: number): Promise<T> =>
	Promise.race([
		promise,
		new Promise<never>((_, reject) => void setTimeout(() => reject(new Error('too slow')), ms).unref()),
	]);

/**
 * Takes the way to the front desk and returns one that asks once a minute, in the background once it knows an answer,
 * and keeps the last one when asking fails: what was true a minute ago still reaches a person.
 */
export const rememberDesk = (find: () => Promise<KeptOffice | null>): Desk => {
	let known: KeptOffice | null = null;
	let askedAt = -Infinity;
	let asking: Promise<void> = Promise.resolve();
	return {
		read: async (now) => {
			if (now - askedAt >= (known ? freshForMs : freshWhenUnknownMs)) {
				askedAt = now;
				asking = within(find(), patienceMs).then(
					(found) => void (known = found ?? known),
					() => {},
				);
			}
			if (!known) await asking;
			return known;
		},
	};
};

/** Takes the front desk and a language and returns what a page shows; offices have a French and a Dutch name only. */
export const contactOf = (desk: KeptOffice | null, language: Language): Contact | null => {
	if (!desk) return null;
	const { name, lang } = officeName(desk, language);
	return {
		name,
		phone: desk.phone === null ? null : { dial: desk.phone, shown: showPhoneNumber(desk.phone) },
		postAddress: addressOf(desk, lang),
		demonstration: desk.demonstration,
	};
};

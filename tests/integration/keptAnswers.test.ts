import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { cookieName, ownerMark } from '#lib/server/auth/signInCookie.ts';
import { readSettings } from '#lib/server/environment.ts';
import { keepForLater, putDraft, putRefused, takeDraft } from '#lib/server/forms/draft.ts';
import { startRuntime } from '#lib/server/runtime.ts';
import { testDatabase } from '../support/database.ts';

const { pool, keys } = await testDatabase();
const { deps } = startRuntime(readSettings({}), pool, keys);

const address = new URL('http://localhost:3000/fr/help/callback');

/** A browser's cookies, and whoever is signed in on it. */
const browser = () => {
	const jar = new Map<string, string>();
	const cookies = {
		get: (name: string) => jar.get(name),
		set: (name: string, value: string) => void jar.set(name, value),
		delete: (name: string) => void jar.delete(name),
	} as unknown as RequestEvent['cookies'];
	const as = (dossier: string | null, url = address) =>
		({ cookies, url, locals: { signIn: dossier ? { dossier } : null } }) as unknown as RequestEvent;
	const heldBy = (dossier: string) =>
		jar.set(cookieName(address, 'halte-sign-in'), `${'a'.repeat(64)}.${ownerMark(deps.vault, dossier)}`);
	return { jar, as, heldBy };
};

test('answers posted after the sign-in ended come back to the same person, once', () => {
	const { as, heldBy } = browser();
	heldBy('A');
	keepForLater(as(null), { topic: ['learning'] });
	expect(takeDraft(as(null))).toEqual({});
	expect(takeDraft(as('A', new URL('http://localhost:3000/fr/courses')))).toEqual({});
	expect(takeDraft(as('A', new URL('http://localhost:3000/ar/help/callback')))).toEqual({
		topic: ['learning'],
	});
	expect(takeDraft(as('A'))).toEqual({});
});

test('the next person on the device never gets them, whatever they do with the cookies', () => {
	const { as, heldBy, jar } = browser();
	heldBy('A');
	keepForLater(as(null), { topic: ['learning'] });
	heldBy('B');
	expect(takeDraft(as('B'))).toEqual({});
	const later = cookieName(address, 'halte-later');
	jar.set(cookieName(address, 'halte-draft'), jar.get(later) ?? '');
	expect(takeDraft(as('B'))).toEqual({});
	for (const cut of ['', 'AA', (jar.get(later) ?? '').slice(0, -4)]) {
		jar.set(later, cut);
		expect(takeDraft(as('A'))).toEqual({});
	}
});

test('a page says whose it is, also where the browser holds nothing of them any more', () => {
	const { as, jar } = browser();
	const left = as(null);
	left.locals.writtenBy = { owner: ownerMark(deps.vault, 'A'), sharedDevice: true };
	keepForLater(left, { topic: ['learning'] });
	for (const other of [null, 'B']) expect(takeDraft(as(other))).toEqual({});
	expect(takeDraft(as('A'))).toEqual({ topic: ['learning'] });

	// What only changed its language, or was refused, is shown to who sent it, and to nobody else who signs in.
	const draft = cookieName(address, 'halte-draft');
	for (const keep of [
		() => putDraft(left, '/ar/help/callback', { topic: ['learning'] }),
		() => putRefused(left, { topic: ['learning'] }, {}),
	]) {
		keep();
		const page = new URL('?refused=', address);
		const kept = jar.get(draft) ?? '';
		for (const [reader, reads] of [
			['B', false],
			[null, true],
			['A', true],
		] as const) {
			jar.set(draft, kept);
			const found = { ...takeDraft(as(reader)), ...takeDraft(as(reader, page)) };
			expect(found).toEqual(reads ? { topic: ['learning'] } : {});
		}
	}
});

test('what was typed before ever signing in comes back after it', () => {
	const { as } = browser();
	keepForLater(as(null), { topic: ['work'] });
	expect(takeDraft(as('A'))).toEqual({ topic: ['work'] });
});

test('a draft for the next language does not push out what waits for signing in', () => {
	const { as, heldBy } = browser();
	heldBy('A');
	keepForLater(as(null), { topic: ['work'] });
	putDraft(as(null), '/fr/sign-in', { code: ['K7Q2'] });
	expect(takeDraft(as(null, new URL('http://localhost:3000/nl/sign-in')))).toEqual({ code: ['K7Q2'] });
	expect(takeDraft(as('A'))).toEqual({ topic: ['work'] });
});

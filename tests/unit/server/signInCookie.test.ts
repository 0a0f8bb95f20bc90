import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { newKeyPairs, parseKeyring } from '#lib/server/crypto/keyring.ts';
import { createVault } from '#lib/server/crypto/vault.ts';
import { dropAllCookies, heldSignIn, holdSignIn } from '#lib/server/auth/signInCookie.ts';
import { afterSignIn } from '#lib/server/http/afterSignIn.ts';
import type { SignIn } from '#lib/services/ports/signIns.ts';

const vault = createVault(parseKeyring(newKeyPairs()));
const token = 'a'.repeat(64);

const browserAt = (address: string) => {
	const jar = new Map<string, { value: string; options: Record<string, unknown> }>();
	const cookies = {
		get: (name: string) => jar.get(name)?.value,
		getAll: () => [...jar].map(([name, { value }]) => ({ name, value })),
		set: (name: string, value: string, options: Record<string, unknown>) =>
			void jar.set(name, { value, options }),
		delete: (name: string) => void jar.delete(name),
	} as unknown as RequestEvent['cookies'];
	const headers: Record<string, string> = {};
	const setHeaders = (said: Record<string, string>) => void Object.assign(headers, said);
	const locals = {} as App.Locals;
	return { jar, headers, place: { cookies, url: new URL(address), locals, setHeaders } };
};
const signIn = (sharedDevice: boolean, kiosk = false) => ({ dossier: 'D1', sharedDevice, kiosk }) as SignIn;

test.each([
	['https://halte.example/fr', '__Host-halte-sign-in', true],
	['http://localhost:3000/fr', 'halte-sign-in', false],
])('at %s the cookie is %s, for this host alone and out of reach of scripts', (address, name, secure) => {
	const { jar, place } = browserAt(address);
	holdSignIn(place, vault, { token, signIn: signIn(false) });
	expect(jar.get(name)?.options).toEqual({
		...{ path: '/', httpOnly: true, sameSite: 'lax', secure },
		maxAge: 90 * 24 * 3600,
	});
	expect(heldSignIn(place)).toMatchObject({ token, sharedDevice: false });
	holdSignIn(place, vault, { token, signIn: signIn(true) });
	expect(jar.get(name)?.options).not.toHaveProperty('maxAge');
	expect(heldSignIn(place)).toMatchObject({ token, sharedDevice: true });
	jar.set('elsewhere', { value: 'x', options: {} });
	dropAllCookies(place);
	expect([...jar.keys()]).toEqual(['elsewhere']);
});

test('on a device of others, what was kept before stays until the browser is closed; a screen at a counter sees to itself', () => {
	for (const kiosk of [false, true]) {
		const { jar, headers, place } = browserAt('http://localhost:3000/');
		jar.set('halte-language', { value: 'ti', options: { maxAge: 100 } });
		jar.set('elsewhere', { value: 'x', options: { maxAge: 100 } });
		holdSignIn(place, vault, { token, signIn: signIn(true, kiosk) });
		expect(jar.get('halte-language')).toMatchObject({
			value: 'ti',
			options: kiosk ? { maxAge: 100 } : { path: '/', httpOnly: true },
		});
		expect('maxAge' in (jar.get('halte-language')?.options ?? {})).toBe(kiosk);
		expect(jar.get('elsewhere')?.options).toEqual({ maxAge: 100 });
		expect(headers).toEqual(kiosk ? {} : { 'Clear-Site-Data': '"storage"' });
		expect(heldSignIn(place)?.sharedDevice).toBe(!kiosk);
	}
});

test("a sign-in on one's own device lasts, also where somebody left this browser as one of others a moment ago", () => {
	const { jar, place } = browserAt('http://localhost:3000/');
	place.locals.othersDevice = 'left';
	holdSignIn(place, vault, { token, signIn: signIn(false) });
	expect(place.locals.othersDevice).toBeNull();
	expect(jar.get('halte-sign-in')?.options).toHaveProperty('maxAge');
});

test('what is no cookie of ours opens nothing and breaks nothing', () => {
	for (const value of [
		'',
		'x',
		token,
		`${token}.`,
		`${token}.${'g'.repeat(32)}`,
		`${token}.${'a'.repeat(32)}.other`,
		'é'.repeat(97),
	]) {
		const { jar, place } = browserAt('http://localhost:3000/');
		jar.set('halte-sign-in', { value, options: {} });
		expect(heldSignIn(place)).toBeNull();
	}
});

test.each([
	['/ar/courses/a?day=mon', '/fr/courses/a?day=mon'],
	['/fr/me', '/fr/me'],
	['/fr/help/callback?/ask', '/fr/help/callback'],
	[null, '/fr/pathway'],
	['', '/fr/pathway'],
	['/', '/fr/pathway'],
	['/fr', '/fr/pathway'],
	['/xx/me', '/fr/pathway'],
	['/fr/sign-in?to=/fr/sign-in', '/fr/pathway'],
	['/nl/language?to=https://elsewhere.example', '/fr/pathway'],
	['https://elsewhere.example/fr/me', '/fr/pathway'],
	['//elsewhere.example/fr/me', '/fr/pathway'],
	['/\\elsewhere.example/fr/me', '/fr/pathway'],
	['/\t/elsewhere.example/fr/me', '/fr/pathway'],
	['http:elsewhere.example', '/fr/pathway'],
	['fr/me', '/fr/pathway'],
	['/fr//elsewhere.example', '/fr//elsewhere.example'],
	['\u0000', '/fr/pathway'],
])('after signing in, %s leads to %s', (to, leads) => {
	expect(afterSignIn(to, 'http://localhost:3000', 'fr')).toBe(leads);
});

test('signing in takes away what was typed before: the code of the letter may be in it', () => {
	const { jar, place } = browserAt('https://halte.example/fr');
	for (const name of ['__Host-halte-draft', '__Host-halte-later']) jar.set(name, { value: 'x', options: {} });
	holdSignIn(place, vault, { token, signIn: signIn(false) });
	expect([...jar.keys()]).toEqual(['__Host-halte-later', '__Host-halte-sign-in']);
});

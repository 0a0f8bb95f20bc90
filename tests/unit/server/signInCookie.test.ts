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
	return { jar, place: { cookies, url: new URL(address) } };
};
const signIn = (sharedDevice: boolean) => ({ dossier: 'D1', sharedDevice }) as SignIn;

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
	expect(heldSignIn(place)?.token).toBe(token);
	holdSignIn(place, vault, { token, signIn: signIn(true) });
	expect(jar.get(name)?.options).not.toHaveProperty('maxAge');
	jar.set('elsewhere', { value: 'x', options: {} });
	dropAllCookies(place);
	expect([...jar.keys()]).toEqual(['elsewhere']);
});

test('what is no cookie of ours opens nothing and breaks nothing', () => {
	for (const value of ['', 'x', token, `${token}.`, `${token}.${'g'.repeat(32)}`, 'é'.repeat(97)]) {
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

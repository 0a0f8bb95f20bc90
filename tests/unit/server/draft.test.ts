import { randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { readSettings } from '#lib/server/environment.ts';
import { dropDraft, lookAtRefused, putDraft, putRefused, takeDraft } from '#lib/server/forms/draft.ts';
import { runtime, startRuntime } from '#lib/server/runtime.ts';

/** The cookies of one browser. */
const browser = () => {
	const jar = new Map<string, string>();
	const cookies = {
		get: (name: string) => jar.get(name),
		set: (name: string, value: string) => void jar.set(name, value),
		delete: (name: string) => void jar.delete(name),
	} as unknown as Cookies;
	return { jar, cookies };
};
const at = (path: string, protocol = 'http') => new URL(`${protocol}://halte.example${path}`);
const nobody = { signIn: null } as unknown as App.Locals;

// Nothing here speaks to the database: the pool never opens a connection.
beforeAll(() => void startRuntime(readSettings({}), new pg.Pool(), newKeyPairs()));

describe('answers kept while the language changes', () => {
	it('come back on the same page in another language, once', () => {
		const { cookies } = browser();
		const answers = { name: ['Ḥasan 李'], need: ['lift', 'interpreter'] };
		expect(putDraft({ cookies, url: at('/fr/language'), locals: nobody }, '/ar/check', answers)).toEqual([]);
		const event = { cookies, url: at('/ar/check'), locals: nobody };
		expect(takeDraft(event)).toEqual(answers);
		expect(takeDraft(event)).toEqual({});
	});

	it('do not appear on another page', () => {
		const { cookies } = browser();
		putDraft({ cookies, url: at('/fr/language'), locals: nobody }, '/ar/check', { name: ['A'] });
		expect(takeDraft({ cookies, url: at('/ar/help/callback'), locals: nobody })).toEqual({});
	});

	it('are forgotten after ten minutes', () => {
		const { cookies } = browser();
		putDraft({ cookies, url: at('/fr/language'), locals: nobody }, '/fr/check', { name: ['A'] });
		const { deps } = runtime();
		const now = deps.now;
		deps.now = () => new Date(now().getTime() + 10 * 60_000);
		expect(takeDraft({ cookies, url: at('/fr/check'), locals: nobody })).toEqual({});
		deps.now = now;
	});

	it('cannot be read in the cookie, nor made up', () => {
		const { cookies, jar } = browser();
		putDraft({ cookies, url: at('/fr/language', 'https'), locals: nobody }, '/fr/check', {
			name: ['Haddad'],
		});
		const [[name, value] = ['', '']] = jar;
		expect(name).toBe('__Host-halte-draft');
		expect(Buffer.from(value, 'base64url').toString('latin1')).not.toContain('Haddad');
		jar.set(name, `${value.slice(0, -4)}AAAA`);
		expect(takeDraft({ cookies, url: at('/fr/check', 'https'), locals: nobody })).toEqual({});
	});

	it('fit into a cookie; what does not is named, so that it can be shown', () => {
		const { cookies, jar } = browser();
		const long = randomBytes(4500).toString('base64');
		const leftOut = putDraft({ cookies, url: at('/fr/language'), locals: nobody }, '/fr/help/complaint', {
			what: [long],
			name: ['A'],
		});
		expect(leftOut).toEqual(['what']);
		expect([...jar.values()][0]!.length).toBeLessThanOrEqual(3500);
		expect(takeDraft({ cookies, url: at('/ti/help/complaint'), locals: nobody })).toEqual({ name: ['A'] });
	});
});

describe('answers that were refused', () => {
	const refusal = { faults: [{ field: 'code', reason: 'code_missing' }] };
	const refused = (path = '/fr/sign-in') => {
		const { cookies, jar } = browser();
		expect(putRefused({ cookies, url: at(path), locals: nobody }, { code: ['K7Q2'] }, refusal)).toBe(true);
		return { jar, cookies, on: (address: string) => ({ cookies, url: at(address), locals: nobody }) };
	};

	it('are there with the reason at the address that says so, as often as it is asked for', () => {
		const { on } = refused();
		for (let times = 0; times < 2; times += 1) {
			expect(lookAtRefused(on('/fr/sign-in?refused='))).toEqual({ fields: { code: ['K7Q2'] }, refusal });
			expect(takeDraft(on('/fr/sign-in?refused='))).toEqual({ code: ['K7Q2'] });
		}
	});

	it('are not there where nothing was refused, and stay where they belong', () => {
		const { on } = refused();
		for (const address of ['/fr/sign-in', '/fr/help/callback?refused=']) {
			expect(lookAtRefused(on(address))).toBeNull();
			expect(takeDraft(on(address))).toEqual({});
		}
		expect(lookAtRefused(on('/fr/sign-in?refused='))?.refusal).toEqual(refusal);
	});

	it('come along into the next language with the reason, as they are typed by then', () => {
		const { on } = refused();
		putDraft(on('/fr/language'), '/ar/sign-in?refused=', { code: ['K7Q2-MX'] });
		const kept = { fields: { code: ['K7Q2-MX'] }, refusal };
		expect(lookAtRefused(on('/ar/sign-in?refused='))).toEqual(kept);
		putDraft(on('/fr/language'), '/ar/sign-in', { code: ['K7Q2-MX'] });
		expect(lookAtRefused(on('/ar/sign-in?refused='))).toBeNull();
		expect(takeDraft(on('/ar/sign-in'))).toEqual({ code: ['K7Q2-MX'] });
	});

	it('are forgotten when their page is done, and after ten minutes', () => {
		const { on, jar } = refused();
		dropDraft(on('/fr/help/callback'));
		expect(jar.size).toBe(1);
		const { deps } = runtime();
		const now = deps.now;
		deps.now = () => new Date(now().getTime() + 10 * 60_000);
		expect(lookAtRefused(on('/fr/sign-in?refused='))).toBeNull();
		deps.now = now;
		dropDraft(on('/nl/sign-in'));
		expect(jar.size).toBe(0);
	});

	it('are kept whole or not at all', () => {
		const { cookies, jar } = browser();
		const long = randomBytes(4500).toString('base64');
		const fields = { words: [long], answer: ['0470'] };
		expect(putRefused({ cookies, url: at('/fr/help/complaint'), locals: nobody }, fields, refusal)).toBe(
			false,
		);
		expect(jar.size).toBe(0);
	});
});

import { randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { readSettings } from '#lib/server/environment.ts';
import { putDraft, takeDraft } from '#lib/server/forms/draft.ts';
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
		expect(putDraft({ cookies, url: at('/fr/language') }, '/ar/check', answers)).toEqual([]);
		const event = { cookies, url: at('/ar/check'), locals: nobody };
		expect(takeDraft(event)).toEqual(answers);
		expect(takeDraft(event)).toEqual({});
	});

	it('do not appear on another page', () => {
		const { cookies } = browser();
		putDraft({ cookies, url: at('/fr/language') }, '/ar/check', { name: ['A'] });
		expect(takeDraft({ cookies, url: at('/ar/help/callback'), locals: nobody })).toEqual({});
	});

	it('are forgotten after ten minutes', () => {
		const { cookies } = browser();
		putDraft({ cookies, url: at('/fr/language') }, '/fr/check', { name: ['A'] });
		const { deps } = runtime();
		const now = deps.now;
		deps.now = () => new Date(now().getTime() + 10 * 60_000);
		expect(takeDraft({ cookies, url: at('/fr/check'), locals: nobody })).toEqual({});
		deps.now = now;
	});

	it('cannot be read in the cookie, nor made up', () => {
		const { cookies, jar } = browser();
		putDraft({ cookies, url: at('/fr/language', 'https') }, '/fr/check', { name: ['Haddad'] });
		const [[name, value] = ['', '']] = jar;
		expect(name).toBe('__Host-halte-draft');
		expect(Buffer.from(value, 'base64url').toString('latin1')).not.toContain('Haddad');
		jar.set(name, `${value.slice(0, -4)}AAAA`);
		expect(takeDraft({ cookies, url: at('/fr/check', 'https'), locals: nobody })).toEqual({});
	});

	it('fit into a cookie; what does not is named, so that it can be shown', () => {
		const { cookies, jar } = browser();
		const long = randomBytes(4500).toString('base64');
		const leftOut = putDraft({ cookies, url: at('/fr/language') }, '/fr/help/complaint', {
			what: [long],
			name: ['A'],
		});
		expect(leftOut).toEqual(['what']);
		expect([...jar.values()][0]!.length).toBeLessThanOrEqual(3500);
		expect(takeDraft({ cookies, url: at('/ti/help/complaint'), locals: nobody })).toEqual({ name: ['A'] });
	});
});

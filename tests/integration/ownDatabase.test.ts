import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { buildIfChanged } from '../../scripts/build.ts';
import { startOldPostgres } from '../support/oldPostgres.ts';
import { freePort } from '../support/startHalte.ts';
import { root, startProcess } from '../support/startProcess.ts';
import { newVisitor } from '../support/visitor.ts';

// Whole processes are started here, on machines that have other things to do.
vi.setConfig({ testTimeout: 180_000 });

const keys = newKeyPairs();
const unused = join(tmpdir(), `halte-unused-${randomUUID()}`);
const start = async (url: string) =>
	startProcess({
		...{ DATABASE_URL: url, HALTE_KEYS: keys, HALTE_DATA_DIR: unused },
		PORT: String(await freePort()),
	});
const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

let url = '';
const query = async (address: string, sql: string) => {
	const client = new pg.Client({ connectionString: address });
	await client.connect();
	const { rows } = await client.query<Record<string, unknown>>(sql);
	await client.end();
	return rows;
};
const name = () => new URL(url).pathname.slice(1);

// With pages built beforehand, a start takes a second or two.
beforeAll(() => buildIfChanged(root), 300_000);
beforeEach(async () => {
	url = inject('clusterUrl').replace(/\/postgres$/, `/t_${randomUUID().replaceAll('-', '')}`);
	await query(inject('clusterUrl'), `create database ${name()}`);
});
afterEach(() => query(inject('clusterUrl'), `drop database ${name()} with (force)`));

describe('a PostgreSQL of the operator', () => {
	test('serves two nodes that start at once on an empty database, and runs on when they stop', async () => {
		const nodes = [await start(url), await start(url)];
		const origins = await Promise.all(nodes.map((node) => node.up));
		for (const origin of origins) expect((await fetch(`${origin}/readyz`)).status).toBe(200);
		expect(nodes.map((node) => node.err())).toEqual(['', '']);
		// No invented people, unless they are asked for; and no channel is set.
		expect(nodes.map((node) => node.out())).toEqual(
			origins.map(
				(origin) =>
					`Messages go out by letters to print in ${join(unused, 'letters')}; not set, so off: ` +
					`SMS (SMS_URL), e-mail (SMTP_URL), push (VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT).\n` +
					'HALTE_OPERATOR is not set: every page says that this site is a demonstration.\n' +
					'No page can show a telephone number yet: take in your offices with "halte offices FILE.csv".\n' +
					`Halte is at ${origin} (stop it with Ctrl-C).\n`,
			),
		);
		for (const node of nodes) node.child.kill('SIGTERM');
		expect(await Promise.all(nodes.map((node) => node.ended))).toEqual([0, 0]);
		expect(await query(url, 'select count(*)::int as people from dossier')).toEqual([{ people: 0 }]);
		expect(existsSync(unused)).toBe(false);
	});

	test('that goes away for a while loses nothing that was typed meanwhile', async () => {
		const halte = await start(url);
		const visitor = newVisitor(await halte.up);
		const form = await (await visitor.ask('/fr/help/complaint')).text();
		const key = /name="key" value="([^"]+)"/.exec(form)?.[1] ?? '';
		expect(key).not.toBe('');
		const shut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name()}'`;
		await query(inject('clusterUrl'), `alter database ${name()} allow_connections false`);
		await query(inject('clusterUrl'), shut);
		const words = 'La ligne était occupée toute la journée.';
		const answer = await visitor.post('/fr/help/complaint', {
			...{ key, subject: 'line_saturated', service: 'reception_office', words },
		});
		expect(answer.status).toBe(503);
		expect(await answer.text()).toContain('href="/fr/help/complaint"');
		const signedIn = newVisitor(await halte.up);
		signedIn.cookies.set('halte-sign-in', `${'0'.repeat(64)}.${'0'.repeat(32)}`);
		const file = await signedIn.ask('/ar/attestations/some.pdf?again=');
		expect(file.status).toBe(503);
		const page = await file.text();
		expect(page).toContain('<html lang="ar" dir="rtl"');
		expect(page).toContain('href="/ar/attestations/some.pdf?again="');
		await query(inject('clusterUrl'), `alter database ${name()} allow_connections true`);
		await vi.waitUntil(async () => (await visitor.ask('/readyz')).status === 200, { timeout: 150_000 });
		const again = await (await visitor.ask('/fr/help/complaint')).text();
		expect(again).toContain(words);
		// The same key: if it had been taken in all the same, it would not be taken in twice.
		expect(again).toContain(key);
		halte.child.kill('SIGTERM');
		expect(await halte.ended).toBe(0);
	});

	test('that is older than 15 is refused in one sentence', async () => {
		const old = await startOldPostgres();
		const halte = await start(old.url);
		expect(await halte.ended).toBe(1);
		old.close();
		expect(lines(halte.err())).toEqual([
			'DATABASE_URL should lead to a PostgreSQL of version 15 or later; this one is older.',
		]);
	});

	test('with something in it that nobody expected: one sentence, no query, no stack', async () => {
		await query(url, 'create table dossier (id text)');
		const halte = await start(url);
		expect(await halte.ended).toBe(1);
		expect(lines(halte.err())).toEqual(['Halte could not start: relation "dossier" already exists.']);
		expect(halte.out()).toBe('');
	});
});

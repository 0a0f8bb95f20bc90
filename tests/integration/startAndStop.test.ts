import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { databaseAccount, mayEnter } from '#lib/server/embedded/account.ts';
import { lineOf, registerEvent } from '#lib/demonstration/registerEvents.ts';
import { buildIfChanged } from '../../scripts/build.ts';
import { runCommandWith } from '../support/runCommand.ts';
import { freePort } from '../support/startHalte.ts';
import { root, startProcess } from '../support/startProcess.ts';
import type { Started } from '../support/startProcess.ts';

// Whole processes are started here, on machines that have other things to do.
vi.setConfig({ testTimeout: 180_000 });

const isRoot = process.getuid?.() === 0;
const parent = mkdtempSync(join(tmpdir(), 'halte start '));
chmodSync(parent, 0o755);
const dataDir = join(parent, 'data folder');
const cluster = join(dataDir, ...(isRoot ? ['postgres', 'db'] : ['db']));

const started: Started[] = [];
const start = async (settings: Record<string, string> = {}, how: Parameters<typeof startProcess>[1] = {}) => {
	const port = String(await freePort());
	const halte = startProcess({ HALTE_DATA_DIR: dataDir, HALTE_DEMO: '0', PORT: port, ...settings }, how);
	started.push(halte);
	return halte;
};
const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const alive = (pid: number) => {
	try {
		process.kill(pid, 0);
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2] !== 'Z';
	} catch {
		return false;
	}
};
const postmaster = (folder = cluster): number => {
	const file = join(folder, 'postmaster.pid');
	return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
};
const query = async (sql: string) => {
	const [, , , port] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
	const password = readFileSync(join(cluster, 'halte-password'), 'utf8');
	const client = new pg.Client({
		connectionString: `postgresql://halte:${password}@127.0.0.1:${port}/postgres`,
	});
	client.on('error', () => {});
	await client.connect();
	const { rows } = await client.query<Record<string, unknown>>(sql);
	await client.end();
	return rows;
};
const until = async (happened: () => Promise<boolean> | boolean, what: string, seconds = 150) => {
	for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100))
		if (await happened()) return;
	throw new Error(`This did not happen in ${seconds} s: ${what}`);
};
/** A copy by hard links, which costs no room; where that cannot be, a real one. */
const linkTree = (from: string, to: string) => {
	if (spawnSync('cp', ['-al', from, to]).status !== 0) spawnSync('cp', ['-a', from, to]);
};
const ready = async (origin: string) => (await fetch(`${origin}/readyz`).catch(() => null))?.status === 200;
const stop = async (halte: Started, signal: NodeJS.Signals = 'SIGTERM') => {
	halte.child.kill(signal);
	return halte.ended;
};

// With pages built beforehand, a start takes a second or two.
let build = '';
beforeAll(() => void (build = buildIfChanged(root)), 300_000);
afterEach(async () => {
	for (const halte of started.splice(0))
		if (halte.child.exitCode === null && halte.child.signalCode === null) {
			halte.signalAll('SIGTERM');
			await halte.ended;
		}
});
afterAll(async () => {
	const pid = postmaster();
	if (pid && alive(pid)) process.kill(pid, 'SIGINT');
	await until(() => !alive(pid), 'the end of the database');
	rmSync(parent, { recursive: true, force: true });
});

describe('a clean stop', () => {
	test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the app and its database', async (signal) => {
		const halte = await start();
		expect(await ready(await halte.up)).toBe(true);
		const database = postmaster();
		expect(alive(database)).toBe(true);
		// As a terminal does with Ctrl-C: to every process of the group at once.
		halte.signalAll(signal);
		expect(await halte.ended).toBe(0);
		expect(alive(database)).toBe(false);
		expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
		expect(halte.err()).toBe('');
	});

	test('a signal during the start leaves nothing running', async () => {
		const halte = await start();
		await until(() => postmaster() > 0, 'the database comes up');
		const database = postmaster();
		halte.child.kill('SIGTERM');
		await halte.ended;
		await until(() => !alive(database), 'the end of the database');
	});
});

test('a second start on the same data folder refuses in one sentence and touches nothing', async () => {
	const first = await start();
	const origin = await first.up;
	const [database, keys] = [postmaster(), statSync(join(dataDir, 'keys')).mtimeMs];
	const second = await start();
	second.up.catch(() => {});
	expect(await second.ended).toBe(1);
	expect(lines(second.err())).toEqual([
		`Halte already runs on the data folder ${dataDir}: nothing was started or changed.`,
	]);
	expect(second.out()).toBe('');
	expect(await ready(origin)).toBe(true);
	expect([postmaster(), statSync(join(dataDir, 'keys')).mtimeMs]).toEqual([database, keys]);
	expect(await stop(first)).toBe(0);
});

test('a database whose keys are gone is not opened with new ones, nor with others', async () => {
	const file = join(dataDir, 'keys');
	const refusal = `${file} should hold the keys that this database was made with`;
	renameSync(file, `${file}.away`);
	try {
		const without = await start();
		expect(await without.ended).toBe(1);
		expect(lines(without.err())).toEqual([`${refusal}, and is not there: put it back from your copy.`]);
		expect(existsSync(file)).toBe(false);
		const other = await start({ HALTE_KEYS: newKeyPairs() });
		expect(await other.ended).toBe(1);
		expect(lines(other.err())).toEqual([
			expect.stringMatching(/^HALTE_KEYS should hold the keys .*; the one named "\w+" is another one\.$/),
		]);
	} finally {
		renameSync(`${file}.away`, file);
	}
	const halte = await start();
	expect(await ready(await halte.up)).toBe(true);
	expect(await stop(halte)).toBe(0);
});

test('a file of the build that cannot be read leaves the pages standing', async () => {
	const halte = await start();
	const origin = await halte.up;
	const favicon = join(build, 'client', 'favicon.svg');
	const away = ['', '.gz', '.br'].map((ending) => favicon + ending).filter((file) => existsSync(file));
	for (const file of away) renameSync(file, `${file}.away`);
	try {
		const asked = fetch(`${origin}/favicon.svg`).catch(() => null);
		await until(() => halte.out().includes('caught by nobody'), 'the fault is in the log');
		expect(await ready(origin)).toBe(true);
		expect((await fetch(`${origin}/fr`)).status).toBe(200);
		expect(await stop(halte)).toBe(0);
		await asked;
	} finally {
		for (const file of away) renameSync(`${file}.away`, file);
	}
});

test('another Halte runs beside it, and its letters lead to its own address', async () => {
	const other = { HALTE_DATA_DIR: join(parent, 'other folder') };
	const [one, two] = [await start(), await start(other)];
	const [here, there] = await Promise.all([one.up, two.up]);
	expect(await ready(here)).toBe(true);
	const file = join(parent, 'register.jsonl');
	writeFileSync(file, `${lineOf(registerEvent())}\n`);
	const taken = await runCommandWith(other, 'intake', file, '--decisions');
	const { dossier } = JSON.parse(taken.out.split('\n')[0] ?? '') as { dossier: string };
	const letter = async (settings = {}) => {
		const { out, err } = await runCommandWith({ ...other, ...settings }, 'letter', dossier, '--json');
		expect(err).toBe('');
		return new URL((JSON.parse(out) as { url: string }).url).origin;
	};
	expect(await letter()).toBe(there);
	expect(await letter({ ORIGIN: 'https://halte.example' })).toBe('https://halte.example');
	expect(await stop(two)).toBe(0);
	expect(await letter(), 'also when it does not run at the moment').toBe(there);
	expect(await stop(one)).toBe(0);
});

test('a port in use is said in one sentence, and the database is stopped again', async () => {
	const port = await freePort();
	const stranger = createServer().listen(port, '127.0.0.1');
	const halte = await start({ PORT: String(port) });
	expect(await halte.ended).toBe(1);
	expect(lines(halte.err())).toEqual([
		`Something else already listens on 127.0.0.1:${port}: set PORT to a free one.`,
	]);
	expect(postmaster()).toBe(0);
	stranger.close();
});

describe('kill -9', () => {
	const remember = () =>
		query(`insert into mark (name, at) values ('was here', now()) on conflict do nothing`);
	const remembers = async () => (await query(`select 1 from mark where name = 'was here'`)).length === 1;

	test('of the app: the next start goes on with the database that still runs', async () => {
		const first = await start({}, { file: 'scripts/serve.ts' });
		await first.up;
		await remember();
		const database = postmaster();
		expect(await stop(first, 'SIGKILL')).toBe('SIGKILL');
		expect(alive(database)).toBe(true);
		const second = await start();
		expect(await ready(await second.up)).toBe(true);
		expect([postmaster(), await remembers()]).toEqual([database, true]);
		expect(await stop(second)).toBe(0);
		expect(alive(database)).toBe(false);
	});

	test('of the starter: the app notices, and stops itself and its database', async () => {
		const halte = await start();
		await halte.up;
		const database = postmaster();
		halte.child.kill('SIGKILL');
		await until(() => !alive(database), 'the end of the database');
	});

	test('of the database: the app stays up, its pages say so meanwhile, and it recovers by itself', async () => {
		const halte = await start();
		const origin = await halte.up;
		await remember();
		const database = postmaster();
		const statuses = new Set<number>();
		let asking = true;
		const visitors = Array.from({ length: 8 }, async () => {
			while (asking) {
				const response = await fetch(`${origin}/fr/courses`);
				const page = await response.text();
				statuses.add(response.status);
				expect(page).toContain('lang="fr"');
				expect(page).toContain('<h1');
				await pause(20);
			}
		});
		await pause(300);
		process.kill(database, 'SIGKILL');
		await until(() => postmaster() !== database && postmaster() > 0, 'a new database');
		await until(() => ready(origin), 'pages with data again');
		asking = false;
		await Promise.all(visitors);
		expect(
			[...statuses].every((status) => [200, 500, 503].includes(status)),
			[...statuses].join(),
		).toBe(true);
		expect(halte.child.exitCode).toBeNull();
		expect(await remembers()).toBe(true);
		const second = await start();
		second.up.catch(() => {});
		expect(await second.ended, 'it holds the data folder again').toBe(1);
		expect(await stop(halte)).toBe(0);
	});

	test('of both: the next start recovers', async () => {
		const first = await start();
		await first.up;
		await remember();
		const database = postmaster();
		process.kill(database, 'SIGKILL');
		first.signalAll('SIGKILL');
		await first.ended;
		const second = await start();
		expect(await ready(await second.up)).toBe(true);
		expect(await remembers()).toBe(true);
		expect(await stop(second)).toBe(0);
	});
});

test.each([
	['PORT', 'eighty'],
	['HOST', 'nowhere.invalid'],
	['HALTE_DATA_DIR', '/dev/null/data'],
	// Node's own way of making folders never ends there.
	['HALTE_DATA_DIR', '/proc/nowhere/data'],
])('%s=%s stops the start with one sentence that names it', async (name, value) => {
	const halte = await start({ [name]: value });
	expect(await halte.ended).toBe(1);
	expect(lines(halte.err()), halte.err()).toHaveLength(1);
	expect(halte.err()).toMatch(new RegExp(`^${name} should\\b`));
	expect(postmaster()).toBe(0);
});

test('a database that does not answer is said in one sentence, without its password', async () => {
	const key = Buffer.alloc(32, 7).toString('base64');
	const halte = await start({
		DATABASE_URL: 'postgresql://halte:secret@127.0.0.1:1/halte',
		HALTE_KEYS: `k1:${key},hash:${key}`,
	});
	expect(await halte.ended).toBe(1);
	expect(lines(halte.err())).toHaveLength(1);
	expect(halte.err()).toContain('DATABASE_URL should');
	expect(halte.err()).not.toContain('secret');
});

describe('npm run dev', () => {
	// A copy: Vite compiles the messages anew, and the tests beside this one are reading them.
	const copy = join(parent, 'checkout');
	beforeAll(() => {
		const names = readdirSync(root).filter(
			(name) => !/^(\.git|\.data.*|\.tmp|build|node_modules|test-results)$/.test(name),
		);
		for (const name of names) cpSync(join(root, name), join(copy, name), { recursive: true });
		rmSync(join(copy, 'src/lib/paraglide'), { recursive: true });
		symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	});
	const develop = () => start({}, { file: 'scripts/dev.ts', folder: copy });

	test('stopped while it serves leaves no database behind', async () => {
		const halte = await develop();
		await until(() => halte.out().includes('Local:'), `an address: ${halte.err()}`, 120);
		const database = postmaster();
		expect(alive(database)).toBe(true);
		expect(await stop(halte)).toBe(0);
		expect(alive(database)).toBe(false);
	});

	test('stopped while it starts neither', async () => {
		const halte = await develop();
		await until(() => postmaster() > 0, 'the database comes up');
		const database = postmaster();
		halte.child.kill('SIGTERM');
		await halte.ended;
		await until(() => !alive(database), 'the end of the database');
	});
});

test('a folder that only its owner may enter, with a space in its name, works as well', async () => {
	const closed = mkdtempSync(join(tmpdir(), 'halte closed '));
	const folder = join(closed, 'data folder');
	mkdirSync(folder, { mode: 0o700 });
	const elsewhere = join(
		'/var/lib/halte',
		createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16),
	);
	const halte = await start({ HALTE_DATA_DIR: folder });
	try {
		expect(await ready(await halte.up)).toBe(true);
		if (isRoot) expect(halte.out()).toContain(`The database files lie in ${elsewhere}.`);
		expect(await stop(halte)).toBe(0);
		expect(postmaster(isRoot ? join(elsewhere, 'db') : join(folder, 'db'))).toBe(0);
	} finally {
		rmSync(closed, { recursive: true, force: true });
		if (isRoot) rmSync(elsewhere, { recursive: true, force: true });
	}
});

test('a checkout in such a folder, with a space in its name, works as well', async () => {
	const closed = mkdtempSync(join(tmpdir(), 'halte closed '));
	const folder = join(closed, 'my halte');
	mkdirSync(folder);
	for (const name of readdirSync(root).filter((each) => !/^(\.git|\.data.*|\.tmp|test-results)$/.test(each)))
		linkTree(join(root, name), join(folder, name));
	// As a clone is: nobody has compiled the messages yet.
	rmSync(join(folder, 'src/lib/paraglide'), { recursive: true });
	const dataFolder = join(folder, '.data');
	const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
	const elsewhere = join('/var/lib/halte', hash);
	const halte = await start({ HALTE_DATA_DIR: dataFolder }, { folder });
	try {
		expect(await ready(await halte.up)).toBe(true);
		if (isRoot) expect(halte.out()).toContain(`The database files lie in ${elsewhere}.`);
		const database = postmaster(join(isRoot ? elsewhere : dataFolder, 'db'));
		expect(alive(database)).toBe(true);
		expect(await stop(halte)).toBe(0);
		expect(alive(database)).toBe(false);
	} finally {
		rmSync(closed, { recursive: true, force: true });
		if (isRoot) rmSync(elsewhere, { recursive: true, force: true });
	}
});

test('an ordinary user starts and stops it as well', async () => {
	const account = isRoot ? (databaseAccount() ?? undefined) : undefined;
	const home = mkdtempSync(join(tmpdir(), 'halte-user-'));
	if (account) chownSync(home, account.uid, account.gid);
	let folder = root;
	if (account && !mayEnter(account, root)) {
		// The checkout is closed to everybody else.
		folder = join(home, 'checkout');
		linkTree(root, folder);
		chmodSync(folder, 0o755);
	}
	const halte = await start({ HALTE_DATA_DIR: join(home, 'data'), HOME: home }, { folder, account });
	try {
		expect(await ready(await halte.up)).toBe(true);
		const database = postmaster(join(home, 'data', 'db'));
		expect(alive(database)).toBe(true);
		expect(await stop(halte)).toBe(0);
		expect(alive(database)).toBe(false);
	} finally {
		rmSync(home, { recursive: true, force: true });
	}
});

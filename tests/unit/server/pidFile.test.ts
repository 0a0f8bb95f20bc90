import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Layout } from '#lib/server/embedded/layout.ts';
import { runningPostmaster } from '#lib/server/embedded/pidFile.ts';

const cluster = mkdtempSync(join(tmpdir(), 'halte-pid-'));
const file = join(cluster, 'postmaster.pid');
const layout = { cluster } as Layout;
const write = (pid: string) => writeFileSync(file, pid && `${pid}\n${cluster}\n1\n5432\n`);
afterAll(() => rmSync(cluster, { recursive: true }));

/** A process that bears this name, as PostgreSQL would. */
const named = async (name: string) => {
	const child = spawn('sleep', ['60'], { argv0: name });
	await once(child, 'spawn');
	return child;
};

test('a living server is found by its file, which stays', async () => {
	const server = await named('/somewhere/bin/postgres');
	write(String(server.pid));
	expect(runningPostmaster(layout)).toEqual({ pid: server.pid, port: 5432 });
	server.kill();
	await once(server, 'exit');
	expect(runningPostmaster(layout)).toBeNull();
	expect(existsSync(file)).toBe(false);
});

test('a number that belongs to a stranger by now is no server', async () => {
	const stranger = await named('somebody-else');
	write(String(stranger.pid));
	expect(runningPostmaster(layout)).toBeNull();
	expect(existsSync(file)).toBe(false);
	stranger.kill();
});

test('a file that is being written is left alone, and what a crash left is not', () => {
	write('');
	expect(runningPostmaster(layout)).toBeNull();
	expect(existsSync(file)).toBe(true);
	const before = new Date(Date.now() - 60_000);
	utimesSync(file, before, before);
	expect(runningPostmaster(layout)).toBeNull();
	expect(existsSync(file)).toBe(false);
});

// How fast a register file is taken in, beside COPY of the very rows that this stores, and whether the memory stays flat.
// `node tests/bench/intake.ts [events of the longer file]`
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { inventEvents, lineOf } from '#lib/demonstration/registerEvents.ts';
import { seededRandom } from '#lib/demonstration/random.ts';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { openPool } from '#lib/server/db/connection.ts';
import { migrate } from '#lib/server/db/migrate.ts';
import { createDeps } from '#lib/server/deps.ts';
import { useCluster } from '#lib/server/embedded/useCluster.ts';
import { registerLines } from '#lib/server/registerFile.ts';
import { operator } from '#lib/services/actor.ts';
import { takeInRegisterFile } from '#lib/services/takeInRegisterFile.ts';

const tables = ['dossier', 'intake_event', 'task', 'quarantine', 'journal'];

/** One intake in a process of its own, so that its peak of memory is its own; prints events a second and megabytes. */
const measureOne = async (url: string, file: string): Promise<void> => {
	const pool = openPool(url, () => {}, { max: 4 });
	const start = performance.now();
	await takeInRegisterFile(createDeps(pool, newKeyPairs()), operator, {
		batches: registerLines(file),
		dryRun: false,
	});
	const seconds = (performance.now() - start) / 1000;
	await pool.end();
	console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
};

const writeFile = async (file: string, count: number): Promise<void> => {
	const output = createWriteStream(file);
	for (const event of inventEvents(seededRandom(count), count)) {
		if (!output.write(`${lineOf(event)}\n`)) await once(output, 'drain');
	}
	await once(output.end(), 'finish');
};

const newDatabase = async (url: string, name: string): Promise<string> => {
	const admin = new pg.Client({ connectionString: url });
	await admin.connect();
	await admin.query(`create database ${name}`);
	await admin.end();
	const made = url.replace(/\/postgres$/, `/${name}`);
	await migrate(made);
	return made;
};

const intakeApart = (url: string, file: string): { seconds: number; megabytes: number } => {
	const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'one', url, file]);
	if (stderr.length > 0) process.stderr.write(stderr);
	return JSON.parse(stdout.toString());
};

/** Copies every row of one database into another with the same tables, indexes and triggers; returns the seconds. */
const copyRows = async (from: string, to: string): Promise<number> => {
	const [source, target] = [from, to].map((connectionString) => new pg.Client({ connectionString }));
	await source!.connect();
	await target!.connect();
	let seconds = 0;
	for (const table of tables) {
		const rows = await buffer(source!.query(copyTo(`copy ${table} to stdout (format binary)`)));
		const start = performance.now();
		await pipeline(
			Readable.from([rows]),
			target!.query(copyFrom(`copy ${table} from stdin (format binary)`)),
		);
		seconds += (performance.now() - start) / 1000;
	}
	await source!.end();
	await target!.end();
	return seconds;
};

const compare = async (more: number): Promise<void> => {
	const folder = mkdtempSync(join(tmpdir(), 'halte-bench-'));
	const cluster = await useCluster(folder);
	try {
		const peaks: number[] = [];
		for (const count of [60_000, more]) {
			const file = join(folder, `${count}.jsonl`);
			await writeFile(file, count);
			const url = await newDatabase(cluster.url, `intake_${count}`);
			const { seconds, megabytes } = intakeApart(url, file);
			const copy = await copyRows(url, await newDatabase(cluster.url, `copy_${count}`));
			peaks.push(megabytes);
			console.log(
				`intake of ${count} events: ${Math.round(count / seconds)} a second; COPY of all its rows: ` +
					`${Math.round(count / copy)} a second; ratio ${(copy / seconds).toFixed(2)} (bar 0.10); ` +
					`peak memory ${Math.round(megabytes)} MB`,
			);
		}
		console.log(`memory, longer file to shorter: ${((peaks[1] ?? 0) / (peaks[0] ?? 1)).toFixed(2)}`);
	} finally {
		await cluster.release();
		rmSync(folder, { recursive: true, force: true });
	}
};

const [mode, url = '', file = ''] = process.argv.slice(2);
if (mode === 'one') await measureOne(url, file);
else await compare(Number(mode ?? 1_000_000));

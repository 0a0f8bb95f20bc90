// How fast the signed-in line is served, beside the same queries with a minimal template (the same sources, with that
// template in place of the line's), and beside a page of one line; and what a page weighs.
// `node tests/bench/pages.ts [seconds each]`
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import autocannon from 'autocannon';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import { median } from '../support/median.ts';
import { startHalte } from '../support/startHalte.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const connections = 20;
/** Rounds before it counts: for some ten thousand pages a server is still being compiled by what it runs on. */
const warmUp = 4;
/** So many that the middle one hardly depends on what else the machine does: their ratios lie up to a tenth apart. */
const counted = 21;

/** What stands instead of the line and of its frame: the same facts are read, and hardly anything is made of them; and a page of one line. */
const minimal = {
	'src/routes/+layout.svelte': '<script>const { children } = $props();</script>{@render children()}',
	'src/routes/[lang=lang]/pathway/+page.svelte':
		'<script>const { data } = $props();</script><h1>{data.signedIn?.name}</h1><p>{data.pathway?.status}</p>',
	'src/routes/[lang=lang]/one-line/+page.svelte': '<p>Halte</p>',
};

/** A copy of these sources with a minimal template in place of the line's. */
const copyWithMinimalTemplate = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'halte-minimal-'));
	const { stdout } = spawnSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' });
	for (const file of stdout.trim().split('\n'))
		if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file));
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	for (const [file, text] of Object.entries(minimal)) {
		mkdirSync(join(folder, dirname(file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
};

/** Starts a Halte from these sources and signs in the demonstration person in a course who reads Arabic. */
const startSignedIn = async (sources: string) => {
	const halte = await startHalte({ settings: { HALTE_DEMO: '1', HALTE_ROOT: sources } });
	const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
	const people = await listDemonstrationPeople(createDeps(opened.pool, opened.keys));
	await opened.close();
	const person = people.find(({ stage, language }) => stage === 'in_course' && language === 'ar');
	if (!person) throw new Error('the demonstration was not loaded');
	const visitor = newVisitor(halte.origin);
	await signInByForm(visitor, person);
	return { halte, cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') };
};

type Asked = { url: string; cookie: string };

const perSecond = async ({ url, cookie }: Asked, duration: number): Promise<number> => {
	const { requests, non2xx, errors } = await autocannon({ url, connections, duration, headers: { cookie } });
	if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
	return requests.mean;
};

/** The three in turn, round after round: what else the machine does meanwhile weighs on all of them alike. */
const compare = async (asked: Record<'line' | 'minimal' | 'oneLine', Asked>, seconds: number) => {
	const rounds: Record<keyof typeof asked, number>[] = [];
	for (let round = -warmUp; round < counted; round++) {
		const line = await perSecond(asked.line, seconds);
		const minimal = await perSecond(asked.minimal, seconds);
		const oneLine = await perSecond(asked.oneLine, seconds);
		if (round >= 0) rounds.push({ line, minimal, oneLine });
	}
	for (const name of ['line', 'minimal', 'oneLine'] as const)
		console.log(`${Math.round(median(rounds.map((each) => each[name])))} a second: ${name}`);
	return {
		toMinimal: median(rounds.map(({ line, minimal }) => line / minimal)),
		toOneLine: median(rounds.map(({ line, oneLine }) => line / oneLine)),
	};
};

const ratio = (name: string, figure: number, bar: number): void =>
	console.log(`${name}: ${figure.toFixed(2)} (to reach: ${bar})`);

const showWeight = async (origin: string, cookie: string, path: string): Promise<void> => {
	const response = await fetch(origin + path, { headers: { cookie } });
	const html = await response.text();
	const packed = brotliCompressSync(html).length;
	console.log(`${path}: ${html.length} characters of HTML, ${packed} bytes compressed`);
};

const measure = async (seconds: number): Promise<void> => {
	const copy = copyWithMinimalTemplate();
	const { halte, cookie } = await startSignedIn(root);
	const minimal = await startSignedIn(copy);
	try {
		const { toMinimal, toOneLine } = await compare(
			{
				line: { url: `${halte.origin}/ar/pathway`, cookie },
				minimal: { url: `${minimal.halte.origin}/ar/pathway`, cookie: minimal.cookie },
				oneLine: { url: `${minimal.halte.origin}/ar/one-line`, cookie: '' },
			},
			seconds,
		);
		ratio('the line beside the same queries with a minimal template', toMinimal, 0.7);
		ratio('the line beside a page of one line', toOneLine, 0.15);
		for (const path of ['/fr', '/ar/pathway', '/ti/courses', '/fr/help/callback'])
			await showWeight(halte.origin, cookie, path);
	} finally {
		await minimal.halte.stop();
		await halte.stop();
		rmSync(copy, { recursive: true });
	}
};

await measure(Number(process.argv[2] ?? 3));

// How fast the signed-in line is served, beside the same queries with a template of one line, and beside a page of one line;
// and what a page weighs. `node tests/bench/pages.ts [seconds each]`
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import autocannon from 'autocannon';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { fullName } from '#lib/domain/person.ts';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import { openPerson } from '#lib/services/openPerson.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import { median } from '../support/median.ts';
import { freePort, startHalte } from '../support/startHalte.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';

const connections = 20;

/** Serves the same queries as the line, by the same services and the same number of connections, with one line of HTML. */
const serveMinimal = async (dataDir: string, port: number): Promise<void> => {
	const opened = await openHalte(readSettings({ HALTE_DATA_DIR: dataDir }));
	const deps = createDeps(opened.pool, opened.keys);
	const page = async (cookie: string): Promise<string> => {
		const token = /halte-sign-in=([0-9a-f]{64})/.exec(cookie)?.[1] ?? '';
		const found = await deps.store.look((tx) => tx.signIns.read(token, deps.now()));
		if (!found) throw new Error('nobody is signed in');
		const person = openPerson(deps.vault, found);
		const actor = { kind: 'newcomer', id: found.dossier, channel: 'web', device: null } as const;
		const read = await readDossier(deps, actor, { dossier: found.dossier });
		if (!read.ok) throw new Error(read.reason);
		return `<!doctype html><title>Halte</title><h1>${person ? fullName(person) : ''}</h1><p>${read.value.status}, ${read.value.stops.length}</p>`;
	};
	createServer((request, response) => {
		page(request.headers.cookie ?? '').then(
			(html) => response.setHeader('content-type', 'text/html').end(html),
			(error: unknown) => {
				response.statusCode = 500;
				response.end(String(error));
			},
		);
	}).listen(port, '127.0.0.1', () => console.log('ready'));
};

const perSecond = async (url: string, duration: number, cookie: string): Promise<number> => {
	const { requests, non2xx, errors } = await autocannon({ url, connections, duration, headers: { cookie } });
	if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
	return requests.mean;
};

/** The three in turn, round after round: what else the machine does meanwhile weighs on all of them alike. */
const compare = async (
	addresses: { line: string; same: string; oneLine: string },
	cookie: string,
	seconds: number,
) => {
	const rounds: Record<keyof typeof addresses, number>[] = [];
	// The first one warms up.
	for (let round = 0; round <= 5; round++) {
		const line = await perSecond(addresses.line, seconds, cookie);
		const same = await perSecond(addresses.same, seconds, cookie);
		const oneLine = await perSecond(addresses.oneLine, seconds, cookie);
		if (round > 0) rounds.push({ line, same, oneLine });
	}
	for (const name of ['line', 'same', 'oneLine'] as const)
		console.log(`${Math.round(median(rounds.map((each) => each[name])))} a second: ${addresses[name]}`);
	return {
		toSame: median(rounds.map(({ line, same }) => line / same)),
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
	const halte = await startHalte({ settings: { HALTE_DEMO: '1' } });
	const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
	const port = await freePort();
	const minimal = spawn(
		process.execPath,
		[fileURLToPath(import.meta.url), 'minimal', halte.dataDir, String(port)],
		{ stdio: ['ignore', 'pipe', 'inherit'] },
	);
	try {
		await once(minimal.stdout, 'data');
		const people = await listDemonstrationPeople(createDeps(opened.pool, opened.keys));
		const person = people.find(({ stage, language }) => stage === 'in_course' && language === 'ar');
		if (!person) throw new Error('the demonstration was not loaded');
		const visitor = newVisitor(halte.origin);
		await signInByForm(visitor, person);
		const cookie = [...visitor.cookies].map((pair) => pair.join('=')).join('; ');

		const addresses = {
			line: `${halte.origin}/ar/pathway`,
			same: `http://127.0.0.1:${port}/minimal`,
			oneLine: `${halte.origin}/healthz`,
		};
		const { toSame, toOneLine } = await compare(addresses, cookie, seconds);
		ratio('the line beside the same queries with a minimal template', toSame, 0.7);
		ratio('the line beside a page of one line', toOneLine, 0.15);
		for (const path of ['/fr', '/ar/pathway', '/ti/courses', '/fr/help/callback'])
			await showWeight(halte.origin, cookie, path);
	} finally {
		minimal.kill();
		await opened.close();
		await halte.stop();
	}
};

const [first, dataDir, port] = process.argv.slice(2);
if (first === 'minimal') await serveMinimal(dataDir ?? '', Number(port));
else await measure(Number(first ?? 3));

// How fast the signed-in line is served, beside the same queries with a template of one line, and beside a page of one line;
// and what a page weighs. `node tests/bench/pages.ts [seconds]`
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

const perSecond = async (url: string, duration: number, cookie = ''): Promise<number> => {
	const headers = cookie ? { cookie } : undefined;
	// Once to warm up, once to measure.
	await autocannon({ url, connections, duration: Math.ceil(duration / 3), headers });
	const { requests, latency, non2xx, errors } = await autocannon({ url, connections, duration, headers });
	if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
	console.log(
		`${Math.round(requests.mean)} a second, 99 % within ${latency.p99} ms: ${new URL(url).pathname}`,
	);
	return requests.mean;
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

		const line = await perSecond(`${halte.origin}/ar/pathway`, seconds, cookie);
		const same = await perSecond(`http://127.0.0.1:${port}/minimal`, seconds, cookie);
		const oneLine = await perSecond(`${halte.origin}/healthz`, seconds);
		ratio('the line beside the same queries with a minimal template', line / same, 0.7);
		ratio('the line beside a page of one line', line / oneLine, 0.15);
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
else await measure(Number(first ?? 6));

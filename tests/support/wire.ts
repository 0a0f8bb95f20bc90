import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What came over the wire so far, in bytes, headers and all. */
export type Weight = { all: number; scripts: number };

/** What comes in place of an answer of the server. */
export type Instead = { status: number; type?: string; body: string };

/** A wire between a browser and a Halte: it counts what comes to the browser, worker and all, and can alter or hold it. */
export type Wire = {
	origin: string;
	weight(): Weight;
	/** The addresses that were asked for so far. */
	asked(): string[];
	/** Resolves when everything that was asked for has come, and nothing more is asked for a moment. */
	quiet(): Promise<void>;
	/** From now on the service worker is one of another build: the same, and a word more. */
	renewWorker(): void;
	/** From now on this comes for a path, whatever the server says; null: the server's own answer again. */
	say(path: string, instead: Instead | null): void;
	/** From now on nothing comes any more, and nothing fails; until it is let go. */
	hold(): void;
	letGo(): void;
	stop(): Promise<void>;
};

const lengthOfHead = ({ rawHeaders }: IncomingMessage): number =>
	rawHeaders.reduce((sum, part) => sum + part.length + 2, 20);

/** Lays a wire to the Halte at this origin. */
export const layWire = async (to: string): Promise<Wire> => {
	const sockets = new Set<Socket>();
	let gone = 0;
	let scripts = 0;
	const asked: string[] = [];
	let open = 0;
	let renewals = 0;
	const said = new Map<string, Instead>();
	let held: (() => void)[] | null = null;
	const count: RequestListener = (incoming, outgoing) => {
		asked.push(incoming.url ?? '');
		open++;
		outgoing.once('close', () => open--);
		pass(incoming, outgoing);
	};
	const pass: RequestListener = (incoming, outgoing) => {
		if (held) return void held.push(() => void pass(incoming, outgoing));
		const instead = said.get(incoming.url ?? '');
		if (instead)
			return void outgoing
				.writeHead(instead.status, { 'content-type': instead.type ?? 'application/json' })
				.end(instead.body);
		const headers = { ...incoming.headers, host: new URL(to).host };
		// For the Halte behind it the page is its own.
		if (headers.origin) headers.origin = to;
		const isWorker = incoming.url === '/service-worker.js';
		if (isWorker && renewals > 0) {
			delete headers['accept-encoding'];
			delete headers['if-none-match'];
		}
		const onward = ask(to + incoming.url, { method: incoming.method, headers }, (answer) => {
			const isScript = /javascript/.test(answer.headers['content-type'] ?? '');
			if (isScript) scripts += lengthOfHead(answer);
			const changed = isWorker && renewals > 0;
			if (changed) delete answer.headers['content-length'];
			outgoing.writeHead(answer.statusCode ?? 502, changed ? answer.headers : answer.rawHeaders);
			answer.on('data', (part: Buffer) => {
				if (isScript) scripts += part.length;
				outgoing.write(part);
			});
			answer.on('end', () => outgoing.end(changed ? `\n// ${renewals}` : undefined));
		});
		onward.on('error', () => outgoing.destroy());
		incoming.pipe(onward);
	};
	const server = createServer({ keepAliveTimeout: 60_000 }, count).listen(0, '127.0.0.1');
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => {
			sockets.delete(socket);
			gone += socket.bytesWritten;
		});
	});
	await new Promise((resolve) => server.once('listening', resolve));
	const all = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, gone);
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		weight: () => ({ all: all(), scripts }),
		asked: () => [...asked],
		quiet: async () => {
			for (let before = -1; open > 0 || before !== asked.length;) {
				before = asked.length;
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
		},
		renewWorker: () => void renewals++,
		say: (path, instead) => void (instead ? said.set(path, instead) : said.delete(path)),
		hold: () => void (held ??= []),
		letGo: () => {
			const waiting = held ?? [];
			held = null;
			for (const goOn of waiting) goOn();
		},
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};

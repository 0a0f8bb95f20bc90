import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { SettingError } from '#lib/server/environment.ts';
import type { Settings } from '#lib/server/environment.ts';
import { headersOfFile } from '#lib/server/http/secureHeaders.ts';

/** What is said at the door while Halte is still getting ready. */
const soon: RequestListener = (_, response) => {
	response.writeHead(503, {
		'Content-Type': 'text/plain; charset=utf-8',
		'Retry-After': '2',
		'Cache-Control': 'no-store',
	});
	response.end('Halte démarre. Halte start op. Halte is starting.\n');
};

/** The door: it is there from the beginning, so that a port in use is known at once, and opens when all is ready. */
export type Door = { open(handler: RequestListener): void; close(): Promise<void> };

const sentences: Record<string, (settings: Settings) => string> = {
	EADDRINUSE: ({ host, port }) =>
		`Something else already listens on ${host}:${port}: set PORT to a free one.`,
	EACCES: ({ port }) => `PORT should be one that this account may use, from 1024 on; ${port} is not.`,
	EADDRNOTAVAIL: ({ host }) =>
		`HOST should be an address of this machine, such as 127.0.0.1; ${host} is none.`,
	ENOTFOUND: ({ host }) => `HOST should be an address of this machine, such as 127.0.0.1; ${host} is none.`,
};

/** Listens where the settings say. Refuses with a SettingError that names the variable to change. */
export const listen = async (settings: Settings): Promise<Door> => {
	let answer = soon;
	const server: Server = createServer((request, response) => {
		// Files are served before the pages' own hooks: what every answer carries is there from the start.
		for (const [name, value] of Object.entries(headersOfFile(request.url ?? '')))
			response.setHeader(name, value);
		answer(request, response);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const sentence = sentences[error.code ?? ''];
			reject(sentence ? new SettingError(sentence(settings)) : error);
		});
		server.listen(settings.port, settings.host, resolve);
	});
	return {
		open: (handler) => (answer = handler),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeIdleConnections();
				// Whoever is being answered gets five seconds; a connection kept open does not hold up the end.
				setTimeout(() => server.closeAllConnections(), 5_000).unref();
			}),
	};
};

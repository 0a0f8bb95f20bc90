import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { AlreadyServing } from '#lib/server/embedded/useCluster.ts';
import { readSettings, SettingError } from '#lib/server/environment.ts';
import type { Settings } from '#lib/server/environment.ts';
import { headersOfFiles } from '#lib/server/http/secureHeaders.ts';
import { keepJobsRunning } from '#lib/server/jobs/startJobs.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { openHalte } from '#lib/server/open.ts';
import type { Opened } from '#lib/server/open.ts';
import { startRuntime } from '#lib/server/runtime.ts';
import { buildIfChanged } from './build.ts';
import { loadOnFirstStart, printPeople } from './demonstrate.ts';

const root = process.env['HALTE_ROOT'] ?? process.cwd();
process.chdir(root);

const listen = (settings: Settings, handler: RequestListener) =>
	new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
		const server = createServer(handler);
		server.once('error', (error: NodeJS.ErrnoException) =>
			reject(
				error.code === 'EADDRINUSE'
					? new SettingError(
							`Something else already listens on ${settings.host}:${settings.port}: set PORT to a free one.`,
						)
					: error,
			),
		);
		server.listen(settings.port, settings.host, () => resolve(server));
	});

/** Files are served before the pages' own hooks: what every answer carries is there from the start. */
const withHeaders =
	(handler: RequestListener): RequestListener =>
	(request, response) => {
		for (const [name, value] of Object.entries(headersOfFiles)) response.setHeader(name, value);
		handler(request, response);
	};

/** Stops once, whichever signal comes and however often: first the door, then the jobs, then the database. */
const stopOnSignal = (
	server: ReturnType<typeof createServer>,
	stopJobs: () => Promise<void>,
	opened: Opened,
): void => {
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		const closed = new Promise((resolve) => server.close(resolve));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 5_000).unref();
		await closed;
		await stopJobs();
		await opened.close();
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
};

const serve = async (): Promise<void> => {
	const settings = readSettings(process.env);
	const opened = await openHalte(settings, {
		serve: true,
		onError: (error) => log.warn({ error: errorForLog(error) }, 'a database connection was lost'),
	});
	try {
		buildIfChanged(root);
		const { deps } = startRuntime(settings, opened.pool, opened.keys);
		if (settings.demonstration) await loadOnFirstStart(deps);
		process.env['ORIGIN'] = settings.origin;
		const { handler } = (await import(join(root, 'build', 'handler.js'))) as { handler: RequestListener };
		const server = await listen(settings, withHeaders(handler));
		stopOnSignal(server, keepJobsRunning(opened.url, deps), opened);
		if (opened.elsewhere) console.log(`The database files lie in ${opened.elsewhere}.`);
		if (settings.demonstration) await printPeople(deps, settings);
		console.log(`Halte is at ${settings.origin} (stop it with Ctrl-C).`);
	} catch (error) {
		await opened.close();
		throw error;
	}
};

try {
	await serve();
} catch (error) {
	const expected = error instanceof SettingError || error instanceof AlreadyServing;
	console.error(expected ? error.message : error);
	process.exit(1);
}

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart, readSettings, SettingError } from '#lib/server/environment.ts';
import { keepJobsRunning } from '#lib/server/jobs/startJobs.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { openHalte } from '#lib/server/open.ts';
import { startRuntime } from '#lib/server/runtime.ts';
import { buildIfChanged } from './build.ts';
import { loadOnFirstStart, printPeople } from './demonstrate.ts';
import { listen } from './listen.ts';

const root = process.env['HALTE_ROOT'] ?? process.cwd();
process.chdir(root);

/** What was opened so far, to be closed in the opposite order: the door first, the database last. */
const opened: (() => Promise<void>)[] = [];
let stopping = false;

/** Stops once, whichever signal comes, when and however often. */
const stop = async (exitCode: number): Promise<void> => {
	if (stopping) return;
	stopping = true;
	for (const close of opened.toReversed())
		await Promise.race([close(), pause(10_000)]).catch((error: unknown) =>
			log.warn({ error: errorForLog(error) }, 'something did not close'),
		);
	process.exit(exitCode);
};

const serve = async (): Promise<void> => {
	const settings = readSettings(process.env);
	const opening = openHalte(settings, {
		serve: true,
		onError: (error) => log.warn({ error: errorForLog(error) }, 'a database connection was lost'),
	});
	// Also when the signal comes while the database is still on its way up.
	opened.push(async () => (await opening.catch(() => null))?.close());
	const halte = await opening;
	if (stopping) return;
	const door = await listen(settings);
	opened.push(() => door.close());

	const build = buildIfChanged(root);
	const { deps } = startRuntime(settings, halte.pool, halte.keys);
	if (settings.demonstration) await loadOnFirstStart(deps);
	process.env['ORIGIN'] = settings.origin;
	const { handler } = (await import(join(build, 'handler.js'))) as { handler: RequestListener };
	if (stopping) return;
	door.open(handler);
	opened.splice(1, 0, keepJobsRunning(halte.url, deps));

	if (halte.elsewhere) console.log(`The database files lie in ${halte.elsewhere}.`);
	if (settings.demonstration) await printPeople(deps, settings);
	console.log(`Halte is at ${settings.origin} (stop it with Ctrl-C).`);
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
/** A file of the build that could not be read: one picture less, no reason to leave everybody standing. */
const isFileError = (error: unknown): boolean =>
	error instanceof Error && ['open', 'read'].includes(String((error as NodeJS.ErrnoException).syscall));

process.on('uncaughtException', (error) => {
	log.error({ error: errorForLog(error) }, 'something was caught by nobody');
	if (!isFileError(error)) void stop(1);
});
// Whoever started this process is gone without a word (kill -9): nobody could stop it any more.
if (process.channel) process.on('disconnect', () => void stop(0));

try {
	await serve();
} catch (error) {
	const expected = error instanceof CannotStart || error instanceof SettingError;
	if (!stopping) console.error(expected ? error.message : error);
	await stop(1);
}

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { channelsLine } from '#lib/server/channels/channelsOf.ts';
import { readSettings } from '#lib/server/environment.ts';
import { keepJobsRunning } from '#lib/server/jobs/startJobs.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { findFrontDesk } from '#lib/server/presenters/contact.ts';
import { leaveSettings } from '#lib/server/settingsLeft.ts';
import { startRuntime } from '#lib/server/runtime.ts';
import { buildIfChanged } from './build.ts';
import { loadOnFirstStart, printPeople } from './demonstrate.ts';
import { listen } from './listen.ts';
import { openToServe } from './openToServe.ts';
import { isStopping, opened, startAndStop, stop } from './stopping.ts';

const root = process.env['HALTE_ROOT'] ?? process.cwd();
process.chdir(root);

const serve = async (): Promise<void> => {
	const settings = readSettings(process.env);
	const halte = await openToServe(settings);
	if (isStopping()) return;
	const door = await listen(settings);
	opened.push(() => door.close());
	leaveSettings(settings);

	const build = buildIfChanged(root);
	const { deps } = startRuntime(settings, halte.pool, halte.keys);
	if (settings.demonstration) await loadOnFirstStart(deps);
	process.env['ORIGIN'] = settings.origin;
	const { handler } = (await import(join(build, 'handler.js'))) as { handler: RequestListener };
	if (isStopping()) return;
	door.open(handler);
	opened.splice(1, 0, keepJobsRunning(halte.url, deps));

	if (halte.elsewhere) console.log(`The database files lie in ${halte.elsewhere}.`);
	if (settings.demonstration) await printPeople(deps, settings);
	console.log(channelsLine(settings));
	if (!settings.demonstration && settings.operator === 'demonstration')
		console.log('HALTE_OPERATOR is not set: every page says that this site is a demonstration.');
	// Pages are served already: a database that goes away at this moment must not end them.
	const desk = await findFrontDesk(deps.store).catch(() => null);
	if (!desk?.phone)
		console.log(
			'No page can show a telephone number yet: take in your offices with "halte offices FILE.csv".',
		);
	console.log(`Halte is at ${settings.origin} (stop it with Ctrl-C).`);
};

/** A file of the build that could not be read: one picture less, no reason to leave everybody standing. */
const isFileError = (error: unknown): boolean =>
	error instanceof Error && 'path' in error && 'syscall' in error;

process.on('uncaughtException', (error) => {
	log.error({ error: errorForLog(error) }, 'something was caught by nobody');
	if (!isFileError(error)) void stop(1);
});

await startAndStop(serve);

import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart, SettingError } from '#lib/server/environment.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { whatHappened } from '#lib/server/observe/whatHappened.ts';

/** What was opened so far, to be closed in the opposite order: the door first, the database last. */
export const opened: (() => Promise<unknown>)[] = [];

let stopping = false;

/** Whether the end has begun. */
export const isStopping = (): boolean => stopping;

/** Stops once, whichever signal comes, when and however often. */
export const stop = async (exitCode: number): Promise<void> => {
	if (stopping) return;
	stopping = true;
	for (const close of opened.toReversed())
		await Promise.race([close(), pause(10_000)]).catch((error: unknown) =>
			log.warn({ error: errorForLog(error) }, 'something did not close'),
		);
	process.exit(exitCode);
};

/** Says in one sentence why a start failed. A surprise is said by its deepest cause alone: those around it hold queries and values. */
const whyNotStarted = (error: unknown): string =>
	error instanceof CannotStart || error instanceof SettingError
		? error.message
		: `Halte could not start: ${whatHappened(error).replace(/\.$/, '')}.`;

/** Runs a start; stops cleanly what it opened when it fails, on a signal, and when whoever started this process is gone. */
export const startAndStop = async (start: () => Promise<void>): Promise<void> => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
	// Gone without a word (kill -9): nobody could stop this process any more.
	if (process.channel) process.on('disconnect', () => void stop(0));
	try {
		await start();
	} catch (error) {
		if (!stopping) console.error(whyNotStarted(error));
		await stop(1);
	}
};

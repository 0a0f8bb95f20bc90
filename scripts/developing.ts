// Serves the pages with Vite, which compiles each as it is asked for.
import { existsSync } from 'node:fs';
import { createServer } from 'vite';
import { readSettings } from '#lib/server/environment.ts';
import { leaveSettings } from '#lib/server/settingsLeft.ts';
import { startRuntime } from '#lib/server/runtime.ts';
import { openToServe } from './openToServe.ts';
import { isStopping, opened, startAndStop } from './stopping.ts';

if (!existsSync('src/lib/ui/fonts/latin-400.woff2')) await import('./fonts.ts');

/** Vite would end the process by itself on a signal, before PostgreSQL is stopped; it says so anew whenever it restarts. */
const endOnlyWithTheDatabase = (): void => {
	process.on('newListener', (event, listener) => {
		if (event === 'SIGTERM') queueMicrotask(() => process.off(event, listener));
	});
};

const develop = async (): Promise<void> => {
	const settings = readSettings(process.env);
	const halte = await openToServe(settings);
	if (isStopping()) return;
	startRuntime(settings, halte.pool, halte.keys);
	endOnlyWithTheDatabase();
	const vite = await createServer({ server: { port: settings.port, host: settings.host, strictPort: true } });
	opened.push(() => vite.close());
	await vite.listen();
	leaveSettings(settings);
	vite.printUrls();
};

await startAndStop(develop);

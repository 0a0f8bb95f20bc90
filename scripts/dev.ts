// `npm run dev`: the pages straight from the sources, with the embedded database, for whoever works on Halte.
import { existsSync } from 'node:fs';
import { createServer } from 'vite';
import { readSettings } from '#lib/server/environment.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { openHalte } from '#lib/server/open.ts';
import { startRuntime } from '#lib/server/runtime.ts';

if (!existsSync('src/lib/ui/fonts/latin-400.woff2')) await import('./fonts.ts');

const settings = readSettings(process.env);
const opened = await openHalte(settings, {
	serve: true,
	onError: (error) => log.warn({ error: errorForLog(error) }, 'a database connection was lost'),
});
startRuntime(settings, opened.pool, opened.keys);
const vite = await createServer({ server: { port: settings.port, host: settings.host, strictPort: true } });
await vite.listen();
vite.printUrls();
for (const signal of ['SIGINT', 'SIGTERM'])
	process.once(
		signal,
		() =>
			void vite
				.close()
				.then(() => opened.close())
				.then(() => process.exit(0)),
	);

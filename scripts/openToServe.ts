import type { Settings } from '#lib/server/environment.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { openHalte } from '#lib/server/open.ts';
import type { Opened } from '#lib/server/open.ts';
import { opened } from './stopping.ts';

/** Opens the database for a process that serves, to be closed when it stops, also when it stops while the database is still on its way up. */
export const openToServe = (settings: Settings): Promise<Opened> => {
	const opening = openHalte(settings, {
		serve: true,
		onError: (error) => log.warn({ error: errorForLog(error) }, 'a database connection was lost'),
	});
	opened.push(async () => (await opening.catch(() => null))?.close());
	return opening;
};

import { isReadingCopy, keptFile } from './copies.ts';
import { patience, within } from './patience.ts';
import type { FetchEvent } from './workerScope.ts';

/**
 * Gives out a script. Its name does not change with it: the server first, so that a page never gets a script of another
 * build. A copy gets the one kept with it, at once.
 */
export const answerScript = async ({
	request,
	event,
}: {
	request: Request;
	event: FetchEvent;
}): Promise<Response> => {
	const kept = await keptFile(request);
	if (!kept) return fetch(request);
	if (isReadingCopy(event.clientId)) return kept;
	try {
		return await within(patience.withCopy, fetch(request));
	} catch {
		return kept;
	}
};

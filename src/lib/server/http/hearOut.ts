import type { IncomingMessage } from 'node:http';
import type { Handle } from '@sveltejs/kit';

/** How much of a body is listened to, in bytes: a photo by mistake, not a film. */
const most = 10_000_000;

/** Reads what is left of a body and throws it away. Returns false when it is longer than anybody should send. */
const isHeardToTheEnd = (request: IncomingMessage): Promise<boolean> =>
	new Promise((resolve) => {
		if (request.readableEnded) return resolve(true);
		if (request.destroyed || Number(request.headers['content-length'] ?? 0) > most) return resolve(false);
		let heard = 0;
		const hear = (chunk: Buffer): void => {
			heard += chunk.length;
			if (heard > most) end(false);
			// Who reads for the routes may have stopped, waiting for a route that reads no more.
			else request.resume();
		};
		const end = (isWhole: boolean): void => {
			request.off('data', hear);
			if (!isWhole) request.pause();
			resolve(isWhole);
		};
		request.once('end', () => end(true));
		request.once('close', () => end(false));
		request.on('data', hear).resume();
	});

/**
 * Answers only when the sender has finished: a browser in the middle of sending does not listen, and one that is hung up
 * on shows its own error instead of our page. Whoever sends without end is answered at once and hung up on.
 */
export const hearOut: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const request = event.isSubRequest ? undefined : event.platform?.req;
	const sends = request && ('content-length' in request.headers || 'transfer-encoding' in request.headers);
	if (sends && !(await isHeardToTheEnd(request))) response.headers.set('Connection', 'close');
	return response;
};

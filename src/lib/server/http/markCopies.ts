import type { Handle } from '@sveltejs/kit';

/** Asks for a page as it is kept for reading without a network. */
export const copyMark = 'x-halte-copy';

/** Knows a page that is rendered to be kept on devices: it says when it was made, and asks nothing of the server. */
export const markCopies: Handle = ({ event, resolve }) => {
	// Only the server's own fetches are believed.
	event.locals.isCopy = event.isSubRequest && event.request.headers.has(copyMark);
	return resolve(event);
};

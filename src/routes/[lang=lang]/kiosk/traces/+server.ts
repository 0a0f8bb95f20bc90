import type { RequestHandler } from './$types';

/** What the browser still brings along of Halte: the names of its cookies, which no script can see. */
export const GET: RequestHandler = ({ cookies }) =>
	Response.json(
		cookies
			.getAll()
			.map(({ name }) => name)
			.filter((name) => /^(__Host-)?halte-/.test(name)),
	);

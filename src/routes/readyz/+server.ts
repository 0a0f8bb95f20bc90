import { runtime } from '#lib/server/runtime.ts';

/** Ready to serve: the database answers. 503 with the reason as a code when it does not. */
export const GET = async () => {
	try {
		await runtime().pool.query('select 1');
		return Response.json({ ready: true });
	} catch {
		return Response.json({ ready: false, reason: 'database_away' }, { status: 503 });
	}
};

// Run as a process of its own: does one thing about seats and pulls its own plug before a certain statement. Prints the
// answer when it got that far. `node killAtStep.ts URL KEYS STEP book|move DOSSIER SESSION KEY [BOOKING]`
import { openPool } from '#lib/server/db/connection.ts';
import { createDeps } from '#lib/server/deps.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { moveBooking } from '#lib/services/moveBooking.ts';
import { newcomer } from './seats.ts';

const [url = '', keys = '', step = '', what, dossier = '', session = '', key = '', booking = ''] =
	process.argv.slice(2);

let left = Number(step);
const pool = openPool(url, () => {}, { max: 1 });
const client = await pool.connect();
const query = client.query.bind(client) as (...args: unknown[]) => unknown;
client.query = ((...args: unknown[]) => {
	left -= 1;
	if (left === 0) process.kill(process.pid, 'SIGKILL');
	return query(...args);
}) as typeof client.query;
const release = client.release.bind(client);
client.release = () => {};
const one = Object.create(pool) as typeof pool;
one.connect = (async () => client) as unknown as typeof pool.connect;

const deps = createDeps(one, keys);
const by = newcomer(dossier);
const answer =
	what === 'book'
		? await bookSeat(deps, by, { dossier, session, key })
		: await moveBooking(deps, by, { booking, session, key });
process.stdout.write(`${JSON.stringify(answer)}\n`, () => {
	release();
	void pool.end();
});

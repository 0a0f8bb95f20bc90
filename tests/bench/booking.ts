// How fast seats are given: the service, and the same through HTTP, beside the very SQL that the service sends, sent by
// the same driver at the same concurrency. `node tests/bench/booking.ts [people] [sessions each]`
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { session } from '#lib/demonstration/offer.ts';
import { demonstrationOffer } from '#lib/demonstration/offer.ts';
import { addDays } from '#lib/domain/dates.ts';
import { openPool } from '#lib/server/db/connection.ts';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { startHalte } from '../support/startHalte.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';

const concurrency = 20;
const [people = 40, sessionsEach = 50] = process.argv.slice(2).map(Number);

type Statement = { text: string; values: unknown[] };

/** Sessions of one run, each of a level of its own and two weeks after the last, so that everybody may have all of them. */
const addSessions = async (deps: Deps, run: string): Promise<string[]> => {
	const cells = {
		...demonstrationOffer('2026-12-01')[0]!,
		...{ kind: 'language_course', course_language: 'fr', counter_reserve: '0', weekdays: '1' },
	};
	const ids = Array.from({ length: sessionsEach }, (_, index) => `${run}-${index}`);
	await takeInOffer(
		deps,
		operator,
		ids.map((id, index) => ({
			row: index,
			cells: {
				...cells,
				...{ course: id, level: `A1.${index}`, session: id, seats: '1000', meetings: '1' },
				starts_on: addDays(session().startsOn, 365 + 14 * index),
			},
		})),
	);
	return ids;
};

const newcomer = (dossier: string): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});

/** Does all tasks, so many at once, and returns how many were done in a second. */
const perSecond = async (tasks: (() => Promise<void>)[]): Promise<number> => {
	let next = 0;
	const start = performance.now();
	await Promise.all(
		Array.from({ length: concurrency }, async () => {
			for (let task = tasks[next++]; task; task = tasks[next++]) await task();
		}),
	);
	return tasks.length / ((performance.now() - start) / 1000);
};

/** The statements of one booking, as the service sends them. */
const record = async (pool: pg.Pool, keys: string, dossier: string, id: string): Promise<Statement[]> => {
	const sent: Statement[] = [];
	const client = await pool.connect();
	const query = client.query.bind(client) as (...args: unknown[]) => unknown;
	client.query = ((first: string | { text: string; values?: unknown[] }, values?: unknown[]) => {
		const text = typeof first === 'string' ? first : first.text;
		sent.push({ text, values: values ?? (typeof first === 'string' ? [] : (first.values ?? [])) });
		return query(first, values);
	}) as typeof client.query;
	// A pool of this one client, so that the transaction passes where it is written down.
	const one = { ...pool, connect: async () => client, query: client.query } as unknown as pg.Pool;
	Object.setPrototypeOf(one, Object.getPrototypeOf(pool) as object);
	const release = client.release.bind(client);
	client.release = () => {};
	const answer = await bookSeat(createDeps(one, keys), newcomer(dossier), {
		dossier,
		session: id,
		key: 'recorded',
	});
	client.query = query as typeof client.query;
	release();
	if (!answer.ok) throw new Error(answer.reason);
	return sent.map(({ text, values }) => ({
		text,
		values: values.map((value) =>
			typeof value === 'string' ? value.replaceAll(answer.value.booking, 'RECORDED-BOOKING') : value,
		),
	}));
};

/** Sends the same statements for another person and session. */
const replay = async (
	pool: pg.Pool,
	statements: Statement[],
	from: { dossier: string; session: string },
	to: { dossier: string; session: string },
): Promise<void> => {
	const words: [string, string][] = [
		[from.dossier, to.dossier],
		[from.session, to.session],
		['recorded', randomUUID()],
		['RECORDED-BOOKING', randomUUID()],
	];
	const client = await pool.connect();
	try {
		for (const { text, values } of statements)
			await client.query(
				text,
				values.map((value) =>
					typeof value === 'string'
						? words.reduce((written, [one, other]) => written.replaceAll(one, other), value)
						: value,
				),
			);
	} finally {
		client.release();
	}
};

const halte = await startHalte({ settings: { HALTE_DEMO: '1' } });
const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
const pool = openPool(opened.url, () => {}, { max: concurrency });
const deps = createDeps(pool, opened.keys);
try {
	const newPeople = async () => {
		const ids: string[] = [];
		for (let index = 0; index < people; index++)
			ids.push(await openNewcomer(deps, { birthDate: '1985-07-30' }));
		return ids;
	};
	const pairs = (dossiers: string[], sessions: string[]) =>
		sessions.flatMap((id) => dossiers.map((dossier) => ({ dossier, session: id })));

	const [sample] = await addSessions(deps, 'bench-sample');
	const someone = await openNewcomer(deps);
	const statements = await record(pool, opened.keys, someone, sample!);
	const from = { dossier: someone, session: sample! };

	const byService = async (run: string) =>
		perSecond(
			pairs(await newPeople(), await addSessions(deps, run)).map((wish) => async () => {
				const answer = await bookSeat(deps, newcomer(wish.dossier), { ...wish, key: randomUUID() });
				if (!answer.ok) throw new Error(answer.reason);
			}),
		);
	const bySql = async (run: string) =>
		perSecond(
			pairs(await newPeople(), await addSessions(deps, run)).map(
				(wish) => () => replay(pool, statements, from, wish),
			),
		);
	const byHttp = async (run: string) => {
		const dossiers = await newPeople();
		const visitors = await Promise.all(
			dossiers.map(async (dossier) => {
				const visitor = newVisitor(halte.origin);
				await signInByForm(visitor, { code: await giveLetter(deps, dossier), birthDate: '1985-07-30' });
				return visitor;
			}),
		);
		const sessions = await addSessions(deps, run);
		return perSecond(
			sessions.flatMap((id) =>
				visitors.map((visitor) => async () => {
					const answer = await visitor.post(`/fr/courses/${id}/${id}?/book`, { key: randomUUID() });
					const leads = answer.headers.get('location') ?? '';
					if (!leads.includes('booked')) throw new Error(`${answer.status} ${leads}`);
				}),
			),
		);
	};

	await byService('bench-warm-1');
	await bySql('bench-warm-2');
	await byHttp('bench-warm-3');
	// One after the other and back again, so that a machine that slows down slows all of them.
	const service = [await byService('bench-1')];
	const sql = [await bySql('bench-2')];
	const http = [await byHttp('bench-3')];
	sql.push(await bySql('bench-4'));
	service.push(await byService('bench-5'));
	const mean = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
	const ratio = (figures: number[]) => (mean(figures) / mean(sql)).toFixed(2);
	console.log(
		`${people * sessionsEach} bookings, ${concurrency} at once: the same SQL ${Math.round(mean(sql))} a second; ` +
			`service ${Math.round(mean(service))}, ratio ${ratio(service)} (bar 0.60); ` +
			`through HTTP ${Math.round(mean(http))}, ratio ${ratio(http)} (bar 0.30)`,
	);
} finally {
	await pool.end();
	await opened.close();
	await halte.stop();
}

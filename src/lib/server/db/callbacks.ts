import { and, asc, desc, eq, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Attempt } from '#lib/domain/callback.ts';
import type { Callbacks } from '#lib/services/ports/callbacks.ts';
import { advisoryLocks } from './advisoryLocks.ts';
import { askOf, asColumns, callbackColumns, callbackOf, toRow } from './callbackRows.ts';
import { claimsOn, isOpen, queue, wasReached } from './callbackClaims.ts';
import type { Db } from './connection.ts';
import { callback, callbackAsk, callbackAttempt } from './schema/help.ts';

const locks = {
	key: advisoryLocks.callbackKey,
	person: advisoryLocks.callbackPerson,
	window: advisoryLocks.callbackWindow,
};

/** Requests for a call on PostgreSQL. */
export const callbacksOn = (db: Db): Callbacks => {
	const byCode = (code: string) =>
		db
			.select({ callback: callbackColumns, ask: callbackAsk })
			.from(callbackAsk)
			.innerJoin(callback, eq(callback.id, callbackAsk.callback))
			.where(eq(callbackAsk.code, code));
	const together = (row?: Awaited<ReturnType<typeof byCode>>[number]) =>
		row ? { callback: callbackOf(row.callback), ask: askOf(row.ask) } : null;

	return {
		...claimsOn(db),
		async lock(what, name) {
			// A lock on a name, because the row that it stands for may not exist yet.
			await db.execute(sql`select pg_advisory_xact_lock(${locks[what]}, hashtext(${name}))`);
		},
		async askByKey(keyHash) {
			const [found] = await db.select().from(callbackAsk).where(eq(callbackAsk.keyHash, keyHash));
			return found ? askOf(found) : null;
		},
		async lockOpen(personHash, topic) {
			const [found] = await db
				.select(callbackColumns)
				.from(callback)
				.where(and(eq(callback.personHash, personHash), eq(callback.topic, topic), isOpen))
				.for('update');
			return found ? callbackOf(found) : null;
		},
		find: async (code) => together((await byCode(code))[0]),
		lockByCode: async (code) => together((await byCode(code).for('update'))[0]),
		async asks(id) {
			const found = await db
				.select()
				.from(callbackAsk)
				.where(and(eq(callbackAsk.callback, id), isNull(callbackAsk.withdrawnAt)))
				.orderBy(asc(callbackAsk.askedAt), asc(callbackAsk.code));
			return found.map(askOf);
		},
		attempts: (id) =>
			db
				.select({ at: callbackAttempt.at, result: callbackAttempt.result })
				.from(callbackAttempt)
				.where(eq(callbackAttempt.callback, id))
				.orderBy(asc(callbackAttempt.at), asc(callbackAttempt.id)) as unknown as Promise<Attempt[]>,
		async add(added) {
			await db.insert(callback).values(toRow(added));
		},
		async addAsk(added) {
			await db.insert(callbackAsk).values(toRow(added));
		},
		async change(id, facts) {
			await db.update(callback).set(asColumns(facts)).where(eq(callback.id, id));
		},
		async changeAsk(code, facts) {
			await db.update(callbackAsk).set(asColumns(facts)).where(eq(callbackAsk.code, code));
		},
		async load(from) {
			// Each time of asking takes a place, and so does a further try in a window that nobody picked.
			const { rows } = await db.execute<{ start: Date; held: number }>(sql`
				select window_start as start, count(*)::int as held from (
					select a.window_start from callback_ask a join callback c on c.id = a.callback
						where a.withdrawn_at is null and c.closed_at is null and a.window_start >= ${from}
					union all
					select c.window_start from callback c
						where c.closed_at is null and c.handed_on_at is null and c.window_start >= ${from} and not exists (
							select from callback_ask a where a.callback = c.id and a.withdrawn_at is null and a.window_start = c.window_start)
				) held group by window_start`);
			return new Map(rows.map(({ start, held }) => [new Date(start).getTime(), held]));
		},
		async place({ callback: own, window, askedAt }, now) {
			const sameWindow = eq(callback.windowStart, window.start);
			const overdue = window.start <= now ? lte(callback.windowStart, window.start) : sameWindow;
			const [before] = await db
				.select({ count: sql<number>`count(*)::int` })
				.from(callback)
				.where(
					and(
						isOpen,
						isNull(callback.handedOnAt),
						ne(callback.id, own),
						overdue,
						or(lte(callback.openedAt, askedAt), sql`${callback.windowStart} < ${window.start}`),
					),
				);
			return (before?.count ?? 0) + 1;
		},
		async open() {
			const tries = db
				.select({ callback: callbackAttempt.callback, made: sql<number>`count(*)::int`.as('made') })
				.from(callbackAttempt)
				.groupBy(callbackAttempt.callback)
				.as('tries');
			const found = await db
				.select({
					callback: callbackColumns,
					attempts: sql<number>`coalesce(${tries.made}, 0)`,
					reached: wasReached,
				})
				.from(callback)
				.leftJoin(tries, eq(tries.callback, callback.id))
				.where(isOpen)
				.orderBy(...queue);
			return found.map(({ callback: row, ...tried }) => ({ callback: callbackOf(row), ...tried }));
		},
		async addAttempt(id, { at, result }, by) {
			await db.insert(callbackAttempt).values({ callback: id, at, result, by });
		},
		async forgetClosed(before, at) {
			const { rows } = await db.execute(sql`
				with forgotten as (
					update callback set contact = null, other_person = null, person_hash = uuid_send(id), contact_deleted_at = ${at}
					where closed_at <= ${before} and contact_deleted_at is null returning id)
				, devices as (
					update callback_ask set device = null from forgotten where callback = forgotten.id)
				select id from forgotten`);
			return rows.length;
		},
		async ofDossier(dossier) {
			const found = await db
				.select(callbackColumns)
				.from(callback)
				.where(eq(callback.dossier, dossier))
				.orderBy(desc(callback.openedAt));
			return found.map(callbackOf);
		},
	};
};

import { and, asc, between, count, desc, eq, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Message, Messages, MessagePreference, SeatAhead } from '#lib/services/ports/messages.ts';
import type { MessageTry } from '#lib/domain/messageRoute.ts';
import type { Db } from './connection.ts';
import { booking, session } from './schema/courses.ts';
import { message, messageAttempt, messagePreference, pushSubscription } from './schema/messages.ts';

/** Messages on PostgreSQL. */
export const messagesOn = (db: Db): Messages => ({
	...writtenOn(db),
	...triedOn(db),
	...wishedOn(db),
	seatsAhead: (from, until) =>
		db
			.select({
				booking: booking.id,
				dossier: booking.dossier,
				session: booking.session,
				bookedAt: booking.bookedAt,
				chosen: messagePreference.channels,
			})
			.from(booking)
			.innerJoin(session, eq(session.id, booking.session))
			.leftJoin(messagePreference, eq(messagePreference.dossier, booking.dossier))
			.where(and(isNull(booking.cancelledAt), between(session.startsOn, from, until)))
			.orderBy(asc(booking.id)) as Promise<SeatAhead[]>,
});

type Written = 'add' | 'lock' | 'change' | 'post' | 'ofDossier' | 'undelivered' | 'withoutJob' | 'countSince';

const writtenOn = (db: Db): Pick<Messages, Written> => ({
	async add(added, at) {
		const rows = await db
			.insert(message)
			.values({ ...added, writtenAt: at, dueAt: at, state: 'waiting' })
			.onConflictDoNothing()
			.returning({ id: message.id });
		return rows.length > 0 ? 'added' : 'already_there';
	},
	async lock(id) {
		const [found] = await db.select().from(message).where(eq(message.id, id)).for('update');
		return (found as Message | undefined) ?? null;
	},
	async change(id, facts) {
		await db.update(message).set(facts).where(eq(message.id, id));
	},
	async post(day, at) {
		const rows = await db
			.update(message)
			.set({ postedAt: at })
			.where(
				and(
					eq(message.state, 'sent'),
					eq(message.channel, 'letter'),
					isNull(message.postedAt),
					sql`(${message.writtenAt} at time zone 'Europe/Brussels')::date = ${day}::date`,
				),
			)
			.returning({ id: message.id });
		return rows.length;
	},
	ofDossier: (dossier, most) =>
		db
			.select()
			.from(message)
			.where(eq(message.dossier, dossier))
			.orderBy(desc(message.writtenAt), desc(message.id))
			.limit(most) as unknown as Promise<Message[]>,
	undelivered: (dossier) =>
		db
			.select()
			.from(message)
			.where(
				and(
					eq(message.state, 'undelivered'),
					dossier === undefined ? undefined : eq(message.dossier, dossier),
				),
			)
			.orderBy(asc(message.settledAt), asc(message.id)) as unknown as Promise<Message[]>,
	async withoutJob(before) {
		const { rows } = await db.execute<{ id: string }>(sql`
			select id from message where state = 'waiting' and due_at < ${before.toISOString()}::timestamptz
				and id::text not in (select data ->> 'message' from pgboss.job
					where name like 'send-%' and state in ('created', 'retry', 'active')) order by id`);
		return rows.map(({ id }) => id);
	},
	async countSince(dossier, kind, since) {
		const [found] = await db
			.select({ times: count() })
			.from(message)
			.where(and(eq(message.dossier, dossier), eq(message.kind, kind), gte(message.writtenAt, since)));
		return found?.times ?? 0;
	},
});

const triedOn = (db: Db): Pick<Messages, 'beginTry' | 'endTry' | 'triesOf'> => ({
	async beginTry(id, channel, at) {
		const [begun] = await db
			.insert(messageAttempt)
			.values({ message: id, channel, at })
			.returning({ number: messageAttempt.id });
		if (!begun) throw new Error('no try was noted');
		return begun.number;
	},
	async endTry(number, result) {
		await db.update(messageAttempt).set({ result }).where(eq(messageAttempt.id, number));
	},
	triesOf: (id) =>
		db
			.select({ channel: messageAttempt.channel, result: messageAttempt.result })
			.from(messageAttempt)
			.where(eq(messageAttempt.message, id))
			.orderBy(asc(messageAttempt.id)) as Promise<MessageTry[]>,
});

type Wished = 'preferenceOf' | 'keepPreference' | 'browsersOf' | 'addBrowser' | 'removeBrowsers';

const wishedOn = (db: Db): Pick<Messages, Wished> => ({
	async preferenceOf(dossier) {
		const [found] = await db.select().from(messagePreference).where(eq(messagePreference.dossier, dossier));
		return (found as MessagePreference | undefined) ?? null;
	},
	async keepPreference(dossier, { channels, contact, changedAt }) {
		const facts = { channels: channels && [...channels], contact, changedAt };
		await db
			.insert(messagePreference)
			.values({ dossier, ...facts })
			.onConflictDoUpdate({ target: messagePreference.dossier, set: facts });
	},
	browsersOf: (dossier) =>
		db
			.select()
			.from(pushSubscription)
			.where(eq(pushSubscription.dossier, dossier))
			.orderBy(asc(pushSubscription.addedAt), asc(pushSubscription.id)),
	async addBrowser(dossier, { id, endpointHash, subscription, addedAt }) {
		await db
			.insert(pushSubscription)
			.values({ id, dossier, endpointHash, subscription, addedAt })
			.onConflictDoUpdate({
				target: pushSubscription.endpointHash,
				set: { dossier, subscription, addedAt },
			});
	},
	async removeBrowsers(ids) {
		if (ids.length > 0) await db.delete(pushSubscription).where(inArray(pushSubscription.id, [...ids]));
	},
});

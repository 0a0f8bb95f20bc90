import { createHash } from 'node:crypto';
import { and, desc, eq, lt, lte, sql } from 'drizzle-orm';
import { Lucia, TimeSpan } from 'lucia';
import type { Adapter, DatabaseSession } from 'lucia';
import { signInEndsAt } from '#lib/domain/signInLimits.ts';
import type { SignedInBy, SignedInPerson, SignIn, SignIns } from '#lib/services/ports/signIns.ts';
import type { Db } from '../db/connection.ts';
import { prepared } from '../db/prepared.ts';
import { signIn as table } from '../db/schema/signIn.ts';

// The only file that knows lucia: replacing it is replacing this file.

type Attributes = {
	by: SignedInBy;
	sharedDevice: boolean;
	kiosk: boolean;
	createdAt: Date;
	seenAt: Date;
};

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<Attributes, SignedInPerson>;
		DatabaseSessionAttributes: Attributes;
		DatabaseUserAttributes: SignedInPerson;
	}
}

type Row = typeof table.$inferSelect;

const readSignIn = prepared<Row & { [part in keyof SignedInPerson]: SignedInPerson[part] | null }>(
	'sign-in',
	sql`select s.id, s.dossier, s.by, s.shared_device as "sharedDevice", s.kiosk, s.created_at as "createdAt",
		s.seen_at as "seenAt", s.expires_at as "expiresAt", d.person_key as "personKey", d.person
		from sign_in s join dossier d on d.id = s.dossier where s.id = ${sql.placeholder('id')}`,
);

/** Lucia reads the clock of the machine; here the clock is an argument. */
const onMachineClock = (instant: Date, at: Date) => new Date(Date.now() + instant.getTime() - at.getTime());

const sessionOf = (row: Row, at: Date): DatabaseSession => ({
	id: row.id,
	userId: row.dossier,
	expiresAt: onMachineClock(row.expiresAt, at),
	attributes: {
		by: row.by as SignedInBy,
		sharedDevice: row.sharedDevice,
		kiosk: row.kiosk,
		createdAt: row.createdAt,
		seenAt: row.seenAt,
	},
});

/** A page and what it loads come within the same moment: one note that the person was seen is enough. */
const betweenNotes = 60_000;

const adapterOn = (db: Db, at: Date): Adapter => {
	let read: Row | undefined;
	return {
		async getSessionAndUser(id) {
			const [found] = await readSignIn(db, { id });
			if (!found) return [null, null];
			const { personKey, person, ...row } = found;
			read = row;
			// An erased person is nobody any more: lucia ends a sign-in without its user.
			const user = personKey && person ? { id: read.dossier, attributes: { personKey, person } } : null;
			return [sessionOf(read, at), user];
		},
		async getUserSessions(userId) {
			const rows = await db.select().from(table).where(eq(table.dossier, userId)).orderBy(desc(table.seenAt));
			return rows.map((row) => sessionOf(row, at));
		},
		async setSession({ id, userId, attributes }) {
			const { by, sharedDevice, kiosk } = attributes;
			const row = { id, dossier: userId, by, sharedDevice, kiosk, createdAt: at, seenAt: at };
			await db.insert(table).values({ ...row, expiresAt: signInEndsAt(row) });
		},
		async updateSessionExpiration(id) {
			if (!read) return;
			// At a counter every sign of somebody being there counts: there are less than three minutes in all.
			const isNoted = at.getTime() - read.seenAt.getTime() < betweenNotes;
			if (isNoted && !read.kiosk) return;
			const expiresAt = signInEndsAt({ ...read, seenAt: at });
			await db.update(table).set({ seenAt: at, expiresAt }).where(eq(table.id, id));
		},
		async deleteSession(id) {
			await db.delete(table).where(eq(table.id, id));
		},
		async deleteUserSessions(userId) {
			await db.delete(table).where(eq(table.dossier, userId));
		},
		async deleteExpiredSessions() {
			await db.delete(table).where(lte(table.expiresAt, at));
		},
	};
};

/** A span this long makes lucia renew at every reading; how far, the adapter decides by the kind of device. */
const luciaOn = (db: Db, at: Date) =>
	new Lucia(adapterOn(db, at), {
		sessionExpiresIn: new TimeSpan(1000, 'd'),
		getSessionAttributes: (attributes) => attributes,
		getUserAttributes: (attributes) => attributes,
	});

/** What opens a sign-in is in the cookie; what is kept only recognises it. */
const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const signInOf = (id: string, dossierId: string, attributes: Attributes): SignIn => {
	const { by, sharedDevice, kiosk, createdAt, seenAt } = attributes;
	const known = { id, dossier: dossierId, by, sharedDevice, kiosk, createdAt, seenAt };
	return { ...known, expiresAt: signInEndsAt(known) };
};

/** Sign-ins, kept by lucia on PostgreSQL. */
export const signInsOn = (db: Db): SignIns => ({
	async start(token, { dossier: dossierId, by, sharedDevice, kiosk }, at) {
		const attributes = { by, sharedDevice, kiosk, createdAt: at, seenAt: at };
		const { id } = await luciaOn(db, at).createSession(dossierId, attributes, { sessionId: idOf(token) });
		return signInOf(id, dossierId, attributes);
	},
	async read(token, at) {
		const { session, user } = await luciaOn(db, at).validateSession(idOf(token));
		if (!session) return null;
		return {
			...signInOf(session.id, session.userId, { ...session, seenAt: at }),
			personKey: user.personKey,
			person: user.person,
		};
	},
	async ofDossier(dossierId, at) {
		const sessions = await luciaOn(db, at).getUserSessions(dossierId);
		return sessions.map((session) => signInOf(session.id, session.userId, session));
	},
	async end(dossierId, id) {
		const ended = await db
			.delete(table)
			.where(and(eq(table.id, id), eq(table.dossier, dossierId)))
			.returning({ id: table.id });
		return ended.length > 0;
	},
	endToken: (token) => luciaOn(db, new Date()).invalidateSession(idOf(token)),
	async endUnseen(token, since) {
		const [ended] = await db
			.delete(table)
			.where(and(eq(table.id, idOf(token)), eq(table.kiosk, true), lt(table.seenAt, since)))
			.returning({ dossier: table.dossier });
		return ended?.dossier ?? null;
	},
	endAll: (dossierId) => luciaOn(db, new Date()).invalidateUserSessions(dossierId),
	forget: (at) => luciaOn(db, at).deleteExpiredSessions(),
});

import { offerUntil } from '#lib/domain/offerTime.ts';

// What seats should do, told once more and as simply as can be: sets and lists in memory, one thing after the other.
// The services are compared with it, step by step.

export type Kept = { kind: 'hold' | 'offer'; until: number; extended: number; assisted: boolean };

export type ModelSession = {
	id: string;
	seats: number;
	reserve: number;
	starts: Date;
	booked: Map<string, { assisted: boolean }>;
	kept: Map<string, Kept>;
	/** In the order of joining. */
	line: string[];
};

export type SeatModel = {
	now: number;
	sessions: ModelSession[];
	mustFollow: Set<string>;
	paused: Set<string>;
};

const minute = 60_000;

export const isLive = (model: SeatModel, kept: Kept | undefined): kept is Kept =>
	kept !== undefined && kept.until > model.now;

const liveKept = (model: SeatModel, session: ModelSession) =>
	[...session.kept].filter(([, kept]) => isLive(model, kept));

/** The line as it is served: who must follow the pathway first. */
export const inOrder = (model: SeatModel, session: ModelSession): string[] => [
	...session.line.filter((person) => model.mustFollow.has(person)),
	...session.line.filter((person) => !model.mustFollow.has(person)),
];

export const openSeats = (model: SeatModel, session: ModelSession): number => {
	const kept = liveKept(model, session).map(([, each]) => each);
	const gone = [...session.booked.values(), ...kept];
	const assisted = gone.filter((each) => each.assisted).length;
	const reserved = Math.max(0, session.reserve - assisted);
	return Math.max(0, session.seats - gone.length - reserved);
};

const freeSeats = (model: SeatModel, session: ModelSession): number =>
	session.seats - session.booked.size - liveKept(model, session).length;

/** Who is to be offered the next seat. */
export const toServe = (model: SeatModel, session: ModelSession): string[] =>
	inOrder(model, session).filter(
		(person) => !model.paused.has(person) && !isLive(model, session.kept.get(person)),
	);

/** What time ended is ended, and what is open is offered. */
export const promote = (model: SeatModel, session: ModelSession): void => {
	for (const [person, kept] of [...session.kept]) {
		if (kept.until > model.now) continue;
		session.kept.delete(person);
		if (kept.kind === 'offer') session.line = session.line.filter((each) => each !== person);
	}
	const next = toServe(model, session).slice(0, openSeats(model, session));
	const until = offerUntil(null, new Date(model.now), session.starts).getTime();
	for (const person of next) session.kept.set(person, { kind: 'offer', until, extended: 0, assisted: false });
};

const whyNot = (
	model: SeatModel,
	session: ModelSession,
	person: string,
	assisted: boolean,
): string | null => {
	if (session.booked.has(person)) return 'already_booked';
	if (model.paused.has(person)) return 'pathway_suspended';
	if (isLive(model, session.kept.get(person))) return null;
	const open = openSeats(model, session);
	if (assisted && freeSeats(model, session) > open) return null;
	return open > 0 ? null : 'full';
};

const take = (model: SeatModel, session: ModelSession, person: string, assisted: boolean): void => {
	const kept = session.kept.get(person);
	session.booked.set(person, { assisted: isLive(model, kept) ? kept.assisted : assisted });
	session.kept.delete(person);
	session.line = session.line.filter((each) => each !== person);
};

/** All sessions teach the same: one seat is enough. */
const hasSeatBeside = (model: SeatModel, session: ModelSession, person: string): boolean =>
	model.sessions.some((other) => other !== session && other.booked.has(person));

export const book = (model: SeatModel, session: ModelSession, person: string, assisted: boolean): string => {
	promote(model, session);
	const reason =
		whyNot(model, session, person, assisted) ??
		(hasSeatBeside(model, session, person) ? 'same_course' : null);
	if (reason === null) take(model, session, person, assisted);
	return reason ?? 'ok';
};

export const hold = (model: SeatModel, session: ModelSession, person: string, assisted: boolean): string => {
	promote(model, session);
	const reason = whyNot(model, session, person, assisted);
	if (reason !== null) return reason;
	if (session.kept.has(person)) return 'ok';
	for (const other of model.sessions) if (other !== session) release(model, other, person);
	const until = model.now + (assisted ? 30 : 15) * minute;
	session.kept.set(person, { kind: 'hold', until, extended: 0, assisted });
	return 'ok';
};

export const extend = (model: SeatModel, session: ModelSession, person: string): string => {
	const kept = session.kept.get(person);
	if (!isLive(model, kept) || kept.kind !== 'hold') return 'hold_over';
	if (kept.extended === 3) return 'extended_enough';
	kept.extended += 1;
	kept.until = Math.max(kept.until, model.now + (kept.assisted ? 30 : 15) * minute);
	return 'ok';
};

export const release = (model: SeatModel, session: ModelSession, person: string): string => {
	const kept = session.kept.get(person);
	if (!isLive(model, kept) || kept.kind !== 'hold') return 'ok';
	session.kept.delete(person);
	promote(model, session);
	return 'ok';
};

export const join = (model: SeatModel, session: ModelSession, person: string): string => {
	promote(model, session);
	if (session.line.includes(person)) return 'ok';
	const reason = whyNot(model, session, person, false);
	if (reason === null) return hasSeatBeside(model, session, person) ? 'same_course' : 'seat_free';
	if (reason !== 'full') return reason;
	session.line.push(person);
	return 'ok';
};

export const leave = (model: SeatModel, session: ModelSession, person: string): string => {
	if (!session.line.includes(person)) return 'ok';
	session.line = session.line.filter((each) => each !== person);
	const kept = session.kept.get(person);
	if (isLive(model, kept) && kept.kind === 'offer') {
		session.kept.delete(person);
		promote(model, session);
	}
	return 'ok';
};

export const decline = (model: SeatModel, session: ModelSession, person: string): string => {
	const kept = session.kept.get(person);
	if (!isLive(model, kept) || kept.kind !== 'offer') return 'no_offer';
	return leave(model, session, person);
};

export const cancel = (model: SeatModel, session: ModelSession, person: string): string => {
	if (!session.booked.delete(person)) return 'unknown_booking';
	promote(model, session);
	return 'ok';
};

export const move = (model: SeatModel, from: ModelSession, to: ModelSession, person: string): string => {
	if (!from.booked.has(person)) return 'unknown_booking';
	promote(model, to);
	const reason = whyNot(model, to, person, false);
	if (reason !== null) return reason;
	take(model, to, person, false);
	from.booked.delete(person);
	promote(model, from);
	return 'ok';
};

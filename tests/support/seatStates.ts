import { randomUUID } from 'node:crypto';
import { course, demonstrationOffer } from '#lib/demonstration/offer.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays, addMonths } from '#lib/domain/dates.ts';
import { operator, system } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { holdSeat } from '#lib/services/holdSeat.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { openNewcomer } from './newcomers.ts';
import { newcomer } from './seats.ts';

/** A course of its own with sessions a month ahead, a week apart, so that no other test meets it. */
export const ownSession = async (
	deps: Deps,
	{ seats = 5, sessions = 1, apart = 7, from = null as string | null, cells = {} } = {},
) => {
	const today = brusselsToday(deps.now());
	const id = `${course().id}-${randomUUID()}`;
	const first = demonstrationOffer(today)[0]!;
	const common = { ...first, course: id, seats: String(seats), counter_reserve: '0', ...cells };
	const rows = Array.from({ length: sessions }, (_, index) => ({
		row: index + 2,
		cells: {
			...common,
			...{ session: `${id}-${index}`, starts_on: addDays(from ?? addMonths(today, 1), index * apart) },
		},
	}));
	const { value: report } = await takeInOffer(deps, operator, rows);
	if (report.refused.length > 0) throw new Error(JSON.stringify(report.refused));
	const session = (index = 0) => `${id}-${index}`;
	return { id, session, page: (index = 0) => `/courses/${id}/${session(index)}` };
};

/** Gives a seat to somebody, or to this person, and returns the booking. */
export const give = async (deps: Deps, session: string, to: string | null = null): Promise<string> => {
	const dossier = to ?? (await openNewcomer(deps));
	const seat = await bookSeat(deps, operator, { dossier, session, key: randomUUID() });
	if (!seat.ok) throw new Error(seat.reason);
	return seat.value.booking;
};

/** Lets the time of what is kept for a person run out, as if they had waited. */
export const runOut = async (deps: Deps, dossier: string): Promise<void> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const until = new Date(at.getTime() - 1_000);
		for (const { id, session } of await tx.holds.ofDossier(dossier, at)) {
			await tx.holds.extend(id, until);
			await tx.bookings.record(
				[{ session, dossier, hold: id, until, kind: 'hold_extended', actor: system }],
				at,
			);
		}
	});

/** A session whose only seat is offered to this person, who waited for it. */
export const offered = async (deps: Deps, dossier: string, other: Parameters<typeof ownSession>[1] = {}) => {
	const own = await ownSession(deps, { seats: 1, ...other });
	const booking = await give(deps, own.session());
	const joined = await joinWaitingList(deps, newcomer(dossier), { dossier, session: own.session() });
	if (!joined.ok) throw new Error(joined.reason);
	await cancelBooking(deps, operator, { booking });
	return own;
};

const held = async (deps: Deps, dossier: string) => {
	const own = await ownSession(deps, { seats: 3 });
	const answer = await holdSeat(deps, newcomer(dossier), { dossier, session: own.session() });
	if (!answer.ok) throw new Error(answer.reason);
	return own;
};

/** Every state of the page of a seat, each made through the services; the answer is the address of its page. */
export const seatStates: Record<string, (deps: Deps, dossier: string) => Promise<string>> = {
	held: async (deps, dossier) => (await held(deps, dossier)).page(),
	'held and out of time': async (deps, dossier) => {
		const own = await held(deps, dossier);
		await runOut(deps, dossier);
		return own.page();
	},
	offered: async (deps, dossier) => (await offered(deps, dossier)).page(),
	'gone meanwhile': async (deps) => {
		const own = await ownSession(deps, { seats: 1 });
		await give(deps, own.session());
		return own.page();
	},
	'in line': async (deps, dossier) => {
		const own = await ownSession(deps, { seats: 1 });
		await give(deps, own.session());
		await joinWaitingList(deps, newcomer(dossier), { dossier, session: own.session() });
		return own.page();
	},
};

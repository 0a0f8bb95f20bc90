import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { needsToArrange } from '#lib/domain/needs.ts';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { choiceRefusal, refuseChoice } from '#lib/server/forms/refuseForm.ts';
import {
	readConfirmForm,
	readSeatForm,
	readSeatRefusal,
	seatRefusalCodes,
} from '#lib/server/forms/seatForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { showMoment } from '#lib/server/presenters/moment.ts';
import { showSession } from '#lib/server/presenters/session.ts';
import { runtime } from '#lib/server/runtime.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { declineOffer } from '#lib/services/declineOffer.ts';
import { leaveWaitingList } from '#lib/services/leaveWaitingList.ts';
import { moveBooking } from '#lib/services/moveBooking.ts';
import { readNeeds } from '#lib/services/needs.ts';
import { chosenChannels, hasUndelivered } from '#lib/services/viewMessages.ts';
import { readBookings } from '#lib/services/readBookings.ts';
import { readCancelWarnings } from '#lib/services/readCancelWarnings.ts';
import { readMove } from '#lib/services/readMove.ts';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

type Done = 'booked' | 'moved' | 'cancelled' | 'joined' | 'left' | 'declined';

/** What the person has now, as far as it decides what may be said of what was done a moment ago. */
type Standing = {
	seats: readonly { booking: string; session: { id: string } }[];
	kept: readonly { session: { id: string } }[];
	places: readonly { session: { id: string } }[];
};

/**
 * What was done a moment ago, as the address names it. It is said only while it is true: who gave a seat back and then
 * goes back to the page of its booking reads that it is no longer theirs.
 */
const readDone = ({ searchParams }: URL, { seats, kept, places }: Standing): Done | 'gone' | null => {
	const isIn = (held: Standing['kept'], id: string) => held.some(({ session }) => session.id === id);
	const hasSeat = (id: string) => isIn(seats, id) || seats.some(({ booking }) => booking === id);
	const stands: Record<Done, (id: string) => boolean> = {
		booked: hasSeat,
		moved: hasSeat,
		cancelled: (id: string) => !hasSeat(id),
		joined: (id: string) => isIn(places, id) || isIn(kept, id),
		left: (id: string) => !isIn(places, id),
		declined: (id: string) => !isIn(kept, id),
	};
	const done = (Object.keys(stands) as Done[]).find((each) => searchParams.has(each));
	if (!done) return null;
	if (stands[done](searchParams.get(done) ?? '')) return done;
	return done === 'booked' || done === 'moved' ? 'gone' : null;
};

/** Why a seat could not be given back, declined, or a line left. */
const refusals = ['session_started', 'unknown_booking', 'unknown_session', 'not_yours', 'no_offer'] as const;

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const { dossier } = requireSignIn(event);
	const read = await readBookings(runtime().deps, actorOf(event), { dossier });
	if (!read.ok) redirect(303, `/${locals.language}/sign-in`);
	const { language } = locals;
	const asksFor = await readNeeds(runtime().deps, actorOf(event), { dossier });
	const needs = asksFor.ok ? asksFor.value : null;
	const seats = read.value.seats.map(({ booking, card, over }) => ({
		...{ booking, over, started: card.started },
		// What is not sure stays said as long as the seat stands.
		needs: needs && { ...needs, toArrange: needsToArrange(needs, card) },
		session: showSession(card, language),
	}));
	const kept = read.value.kept.map(({ kind, until, card }) => ({
		...{ kind, until: showMoment(until) },
		session: showSession(card, language),
	}));
	const places = read.value.places.map(({ place, card }) => ({
		place,
		session: showSession(card, language),
	}));
	const offers = kept.filter(({ kind }) => kind === 'offer');
	const asked = (name: string) => url.searchParams.get(name);
	const giveBack = seats.find(({ booking, started }) => booking === asked('cancel') && !started) ?? null;
	return {
		...{ language, seats, kept, places, giveBack },
		calledOff: read.value.calledOff.map((card) => showSession(card, language)),
		hasPriority: read.value.hasPriority,
		channels: await chosenChannels(runtime().deps, actorOf(event)),
		undelivered: await hasUndelivered(runtime().deps, actorOf(event)),
		refused: choiceRefusal(url, refusals),
		done: readDone(url, { seats, kept, places }),
		warnings: giveBack && (await warningsOf(event, giveBack.booking)),
		moving: asked('move') === null ? null : await movingOf(event, asked('move') ?? ''),
		leaving: places.find(({ session }) => session.id === asked('leave')) ?? null,
		declining: offers.find(({ session }) => session.id === asked('decline')) ?? null,
		key: randomUUID(),
	};
};

const warningsOf = async (event: PageServerLoadEvent, booking: string) => {
	const read = await readCancelWarnings(runtime().deps, actorOf(event), { booking });
	return read.ok ? read.value : null;
};

/** Where the seat in the address can be moved to; null when it cannot be, which the list of seats then shows. */
const movingOf = async (event: PageServerLoadEvent, booking: string) => {
	const read = await readMove(runtime().deps, actorOf(event), { booking });
	if (!read.ok) return null;
	const show = (card: typeof read.value.card) => showSession(card, event.locals.language);
	return {
		booking,
		session: show(read.value.card),
		sessions: read.value.sessions.map(show),
		refused: readSeatRefusal(event.url),
	};
};

const field = async (request: Request, name: string): Promise<string> => {
	const value = (await readForm(request)).get(name);
	return typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? value : '';
};

export const actions: Actions = {
	cancel: async (event) => {
		requireSignIn(event);
		const booking = await field(event.request, 'booking');
		const answer = await cancelBooking(runtime().deps, actorOf(event), { booking });
		if (!answer.ok) return refuseChoice(event, { refused: answer.reason });
		redirect(303, `/${event.locals.language}/bookings?cancelled=${booking}`);
	},
	move: async (event) => {
		const form = await readForm(event.request);
		requireSignIn(event);
		const { booking, key } = readConfirmForm(form);
		const { session } = readSeatForm(form);
		const refuse = (why: { reason: string; on?: string }) =>
			refuseChoice(event, { ...seatRefusalCodes('move', session, why), move: booking });
		if (!session) return refuse({ reason: 'session_missing' });
		const answer = await moveBooking(runtime().deps, actorOf(event), { booking, session, key });
		if (!answer.ok) return refuse(answer);
		redirect(303, `/${event.locals.language}/bookings?moved=${answer.value.booking}`);
	},
	decline: async (event) => {
		const { dossier } = requireSignIn(event);
		const session = await field(event.request, 'session');
		const answer = await declineOffer(runtime().deps, actorOf(event), { dossier, session });
		if (!answer.ok) return refuseChoice(event, { refused: answer.reason });
		redirect(303, `/${event.locals.language}/bookings?declined=${encodeURIComponent(session)}`);
	},
	leave: async (event) => {
		const { dossier } = requireSignIn(event);
		const session = await field(event.request, 'session');
		const answer = await leaveWaitingList(runtime().deps, actorOf(event), { dossier, session });
		if (!answer.ok) return refuseChoice(event, { refused: answer.reason });
		redirect(303, `/${event.locals.language}/bookings?left=${encodeURIComponent(session)}`);
	},
};

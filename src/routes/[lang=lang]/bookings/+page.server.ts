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
import { readDone, type Held } from './readDone.ts';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

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
	const moved = url.searchParams.get('move');
	return {
		...{ language, seats, kept, places },
		needsSaid: needs !== null,
		calledOff: read.value.calledOff.map((card) => showSession(card, language)),
		hasPriority: read.value.hasPriority,
		channels: await chosenChannels(runtime().deps, actorOf(event)),
		undelivered: await hasUndelivered(runtime().deps, actorOf(event)),
		refused: choiceRefusal(url, refusals),
		done: readDone(url, { seats, kept, places }),
		moving: moved === null ? null : await movingOf(event, moved),
		asking: await askingOf(event, { seats, kept, places }),
		key: randomUUID(),
	};
};

/** What the address asks to be done that is hard to undo, where there is such a thing: the page asks once more. */
const askingOf = async (event: PageServerLoadEvent, { seats, kept, places }: Held) => {
	const asked = (name: string) => event.url.searchParams.get(name);
	const seat = seats.find(({ booking, started }) => booking === asked('cancel') && !started);
	if (seat) {
		const question = { action: 'cancel', name: 'booking', value: seat.booking, kind: 'booked' } as const;
		return { ...question, session: seat.session, warnings: await warningsOf(event, seat.booking) };
	}
	const offer = kept.find(({ kind, session }) => kind === 'offer' && session.id === asked('decline'));
	const place = places.find(({ session }) => session.id === asked('leave'));
	const session = (offer ?? place)?.session;
	if (!session) return null;
	const question = offer
		? ({ action: 'decline', kind: 'kept' } as const)
		: ({ action: 'leave', kind: 'waiting' } as const);
	return { ...question, name: 'session', value: session.id, session, warnings: null };
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

import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { choiceRefusal, refuseChoice } from '#lib/server/forms/refuseForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { showSession } from '#lib/server/presenters/session.ts';
import { runtime } from '#lib/server/runtime.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { leaveWaitingList } from '#lib/services/leaveWaitingList.ts';
import { readBookings } from '#lib/services/readBookings.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done a moment ago, to be said once on the page. */
const done = ['booked', 'cancelled', 'joined', 'left'] as const;

/** Why a seat could not be given back, or a line left. */
const refusals = ['session_started', 'unknown_booking', 'unknown_session', 'not_yours'] as const;

export const load: PageServerLoad = async (event) => {
	const { url, locals } = event;
	const { dossier } = requireSignIn(event);
	const read = await readBookings(runtime().deps, actorOf(event), { dossier });
	if (!read.ok) redirect(303, `/${locals.language}/sign-in`);
	const { language } = locals;
	const seats = read.value.seats.map(({ booking, card, over }) => ({
		...{ booking, over, started: card.started },
		session: showSession(card, language),
	}));
	const places = read.value.places.map(({ place, card, seatIsYours }) => ({
		...{ place, seatIsYours },
		session: showSession(card, language),
	}));
	return {
		language,
		seats,
		places,
		refused: choiceRefusal(url, refusals),
		done: done.find((each) => url.searchParams.has(each)) ?? null,
		giveBack:
			seats.find(({ booking, started }) => booking === url.searchParams.get('cancel') && !started) ?? null,
		leaving: places.find(({ session }) => session.id === url.searchParams.get('leave')) ?? null,
		key: randomUUID(),
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
		redirect(303, `/${event.locals.language}/bookings?cancelled`);
	},
	leave: async (event) => {
		const { dossier } = requireSignIn(event);
		const session = await field(event.request, 'session');
		const answer = await leaveWaitingList(runtime().deps, actorOf(event), { dossier, session });
		if (!answer.ok) return refuseChoice(event, { refused: answer.reason });
		redirect(303, `/${event.locals.language}/bookings?left`);
	},
};

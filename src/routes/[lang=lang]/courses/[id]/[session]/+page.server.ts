import { randomUUID } from 'node:crypto';
import { error, redirect } from '@sveltejs/kit';
import { canExtend, holdMinutes } from '#lib/domain/hold.ts';
import { needsToArrange } from '#lib/domain/needs.ts';
import { requireSignIn, requireSignInKeeping } from '#lib/server/auth/requireSignIn.ts';
import { takeDraft } from '#lib/server/forms/draft.ts';
import { needsFields, readNeedsForm, typedNeeds } from '#lib/server/forms/needsForm.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refuseChoice } from '#lib/server/forms/refuseForm.ts';
import { readConfirmForm, readSeatRefusal, seatRefusalCodes } from '#lib/server/forms/seatForm.ts';
import type { SeatRefusal } from '#lib/server/forms/seatForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { showMoment } from '#lib/server/presenters/moment.ts';
import { showSession } from '#lib/server/presenters/session.ts';
import { runtime } from '#lib/server/runtime.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { extendHold } from '#lib/services/extendHold.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { keepNeeds, readNeeds } from '#lib/services/needs.ts';
import { moveBooking } from '#lib/services/moveBooking.ts';
import { readSeatChoice } from '#lib/services/readSeatChoice.ts';
import { releaseHold } from '#lib/services/releaseHold.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { dossier } = requireSignIn(event);
	const { id: course, session } = event.params;
	const read = await readSeatChoice(runtime().deps, actorOf(event), { dossier, course, session });
	if (!read.ok) error(404, { message: 'not_found', code: 'not_found' });
	const { card, kept, rival, booking, place, refusal, notes } = read.value;
	const { language } = event.locals;
	const asked = await readNeeds(runtime().deps, actorOf(event), { dossier });
	const needs = asked.ok ? asked.value : null;
	return {
		// Asked once: whoever answered, also with nothing, reads only what is not sure in this session.
		needs: needs && { ...needs, toArrange: needsToArrange(needs, card) },
		needsTyped: typedNeeds(takeDraft(event)),
		// Only where there is something to answer.
		keepAnswers: !booking && !refusal && !rival && !needs,
		...{ language, booking, place, notes },
		session: showSession(card, language),
		kept: kept && {
			kind: kept.kind,
			until: showMoment(kept.until),
			extended: kept.extended,
			canExtend: canExtend(kept),
			minutes: kept.assisted ? holdMinutes.assisted : holdMinutes.alone,
		},
		// A full session has a line to wait in; what else stands in the way has words of its own.
		isFull: refusal?.reason === 'full' || refusal?.reason === 'people_waiting',
		never: refusal?.reason ?? null,
		rival: rival && {
			...{ booking: rival.booking, on: rival.on, canMove: rival.canMove },
			...{ hasStarted: rival.card.started, other: showSession(rival.card, language) },
		},
		refused: readSeatRefusal(event.url),
		key: randomUUID(),
	};
};

const here = ({ locals, params }: RequestEvent): string =>
	`/${locals.language}/courses/${encodeURIComponent(params.id)}/${encodeURIComponent(params.session)}`;

const refuseFor =
	(event: RequestEvent, asked: SeatRefusal['asked']) =>
	(why: { reason: string; on?: string }): never =>
		refuseChoice(event, seatRefusalCodes(asked, null, why));

const bookings = ({ locals }: RequestEvent, done: string): never =>
	redirect(303, `/${locals.language}/bookings?${done}`);

/** Keeps what was answered on this page, unless something was answered elsewhere meanwhile: that is newer. */
const keepFirstNeeds = async (event: RequestEvent, dossier: string, form: FormData): Promise<void> => {
	if (!form.has(needsFields.asked)) return;
	const { deps } = runtime();
	const before = await readNeeds(deps, actorOf(event), { dossier });
	if (before.ok && before.value === null)
		await keepNeeds(deps, actorOf(event), { dossier, needs: readNeedsForm(form) });
};

export const actions: Actions = {
	book: async (event) => {
		const form = await readForm(event.request);
		const { key } = readConfirmForm(form);
		const { dossier } = requireSignInKeeping(event, form);
		const { session } = event.params;
		await keepFirstNeeds(event, dossier, form);
		const answer = await bookSeat(runtime().deps, actorOf(event), { dossier, session, key });
		// A second window, or a form sent again after long: the seat is there, and that is what was asked for.
		if (!answer.ok && answer.reason === 'already_booked')
			bookings(event, `booked=${encodeURIComponent(session)}`);
		if (!answer.ok) return refuseFor(event, 'seat')(answer);
		bookings(event, `booked=${answer.value.booking}`);
	},
	extend: async (event) => {
		const { extended } = readConfirmForm(await readForm(event.request));
		const { dossier } = requireSignIn(event);
		const { session } = event.params;
		const answer = await extendHold(runtime().deps, actorOf(event), { dossier, session, extended });
		if (!answer.ok) return refuseFor(event, 'time')(answer);
		redirect(303, here(event));
	},
	release: async (event) => {
		const { dossier } = requireSignIn(event);
		const { id, session } = event.params;
		await releaseHold(runtime().deps, actorOf(event), { dossier, session });
		redirect(303, `/${event.locals.language}/courses/${encodeURIComponent(id)}?released`);
	},
	join: async (event) => {
		const { dossier } = requireSignIn(event);
		const { session } = event.params;
		const answer = await joinWaitingList(runtime().deps, actorOf(event), { dossier, session });
		if (!answer.ok) return refuseFor(event, 'line')(answer);
		bookings(event, `joined=${encodeURIComponent(session)}`);
	},
	move: async (event) => {
		const { key, booking } = readConfirmForm(await readForm(event.request));
		requireSignIn(event);
		const { session } = event.params;
		const answer = await moveBooking(runtime().deps, actorOf(event), { booking, session, key });
		if (!answer.ok && answer.reason === 'already_booked')
			bookings(event, `booked=${encodeURIComponent(session)}`);
		if (!answer.ok) return refuseFor(event, 'seat')(answer);
		bookings(event, `moved=${answer.value.booking}`);
	},
};

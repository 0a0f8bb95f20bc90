import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refuseChoice } from '#lib/server/forms/refuseForm.ts';
import { readSeatForm, readSeatRefusal, seatRefusalCodes } from '#lib/server/forms/seatForm.ts';
import type { SeatRefusal } from '#lib/server/forms/seatForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { showMoment } from '#lib/server/presenters/moment.ts';
import { officeName } from '#lib/server/presenters/officeName.ts';
import { showSession } from '#lib/server/presenters/session.ts';
import { runtime } from '#lib/server/runtime.ts';
import { holdSeat } from '#lib/services/holdSeat.ts';
import { joinWaitingList } from '#lib/services/joinWaitingList.ts';
import { readCourse } from '#lib/services/readCourse.ts';
import type { Mine } from '#lib/services/readCourse.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { language } = event.locals;
	const read = await readCourse(runtime().deps, actorOf(event), { course: event.params.id });
	if (!read.ok) error(404, { message: 'not_found', code: 'not_found' });
	const { course, office, sessions, mine, elsewhere } = read.value;
	const kept = takeDraft(event)['session']?.[0] ?? event.url.searchParams.get('session');
	return {
		course,
		office: officeName(office, language),
		sessions: sessions.map((card) => ({
			...showSession(card, language),
			mine: showMine(mine[card.session.id]),
		})),
		elsewhere: elsewhere.map((card) => showSession(card, language)),
		language,
		chosen: kept,
		refused: readSeatRefusal(event.url),
		released: event.url.searchParams.has('released'),
		keepAnswers: true,
	};
};

const showMine = (mine: Mine | undefined) =>
	mine && 'keptUntil' in mine ? { ...mine, keptUntil: showMoment(mine.keptUntil) } : (mine ?? null);

/** Whoever is not signed in yet is led there and comes back to this course with the session still chosen. */
const signedInFor = (event: RequestEvent, session: string | null): { dossier: string } => {
	const here = new URL(event.url.pathname, event.url);
	if (session) here.searchParams.set('session', session);
	return requireSignIn({ cookies: event.cookies, locals: event.locals, url: here });
};

const refuseFor =
	(event: RequestEvent, asked: SeatRefusal['asked'], session: string | null) =>
	(why: { reason: string; on?: string }): never =>
		refuseChoice(event, seatRefusalCodes(asked, session, why));

export const actions: Actions = {
	hold: async (event) => {
		const { session } = readSeatForm(await readForm(event.request));
		const { dossier } = signedInFor(event, session);
		const refuse = refuseFor(event, 'seat', session);
		if (!session) return refuse({ reason: 'session_missing' });
		const answer = await holdSeat(runtime().deps, actorOf(event), { dossier, session });
		// The page of the seat says what there is to say, also that they have it already.
		if (answer.ok || answer.reason === 'already_booked')
			redirect(303, `${event.url.pathname}/${encodeURIComponent(session)}`);
		return refuse(answer);
	},
	join: async (event) => {
		const { session } = readSeatForm(await readForm(event.request));
		const { dossier } = signedInFor(event, session);
		const refuse = refuseFor(event, 'line', session);
		if (!session) return refuse({ reason: 'session_missing' });
		const answer = await joinWaitingList(runtime().deps, actorOf(event), { dossier, session });
		if (answer.ok) redirect(303, `/${event.locals.language}/bookings?joined=${encodeURIComponent(session)}`);
		return refuse(answer);
	},
};

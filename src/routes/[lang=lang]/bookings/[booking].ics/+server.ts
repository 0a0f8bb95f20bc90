import { error, redirect } from '@sveltejs/kit';
import { requireSignIn } from '#lib/server/auth/requireSignIn.ts';
import { calendarOf } from '#lib/server/documents/calendar.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { runtime } from '#lib/server/runtime.ts';
import { readBooking } from '#lib/services/readBooking.ts';
import type { RequestHandler } from './$types';

/**
 * The meetings of one's own booking, for a calendar; of one that was given back, their cancellation. Never onto a device
 * that others use, where the file would stay.
 */
export const GET: RequestHandler = async (event) => {
	const { language } = event.locals;
	const bookings = `/${language}/bookings`;
	const { sharedDevice } = requireSignIn(event);
	if (sharedDevice) redirect(303, bookings);
	const { deps } = runtime();
	const read = await readBooking(deps, actorOf(event), { booking: event.params.booking });
	if (!read.ok) error(404, { message: 'not_found', code: 'not_found' });
	const { booking, ...offered } = read.value;
	const file = calendarOf(
		{ ...offered, booking: booking.id, cancelled: booking.cancelledAt !== null },
		{ language, address: new URL(bookings, event.url).href, at: deps.now() },
	);
	return new Response(file, {
		headers: {
			'Content-Type': 'text/calendar; charset=utf-8',
			'Content-Disposition': `attachment; filename="halte-${booking.id.slice(0, 8)}.ics"`,
		},
	});
};

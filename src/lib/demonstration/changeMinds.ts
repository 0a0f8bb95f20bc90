import type { Actor } from '#lib/services/actor.ts';
import { cancelBooking } from '#lib/services/cancelBooking.ts';
import { moveBooking } from '#lib/services/moveBooking.ts';
import type { Booking } from '#lib/services/ports/bookings.ts';
import type { Deps } from '#lib/services/ports.ts';

/** Whose seat comes free: in a session with a line the next in it is offered it. */
const givenBack = ['cours-senne-fr-a1.1-1', 'bapa-bxl-citizenship-1'] as const;
const moved = { from: 'via-molenbeek-rights-1', to: 'via-molenbeek-rights-2' } as const;

const whose = ({ dossier }: Booking): Actor => ({
	kind: 'newcomer',
	id: dossier,
	channel: 'web',
	device: null,
});

/** Lets a few of the crowd give their seat back, or move to a later session: so there are offers that run, and moves. */
export const changeMinds = async (deps: Deps): Promise<void> => {
	const firstIn = (session: string): Promise<Booking | undefined> =>
		deps.store.transact(async (tx) =>
			(await tx.bookings.everIn(session))
				.filter(({ cancelledAt }) => !cancelledAt)
				.toSorted((one, other) => one.bookedAt.getTime() - other.bookedAt.getTime())
				.at(0),
		);
	for (const session of givenBack) {
		const booking = await firstIn(session);
		if (booking) await cancelBooking(deps, whose(booking), { booking: booking.id });
	}
	const booking = await firstIn(moved.from);
	if (booking)
		await moveBooking(deps, whose(booking), {
			...{ booking: booking.id, session: moved.to, key: `demonstration-${booking.id}` },
		});
};

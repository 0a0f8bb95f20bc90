import type { HoldKind } from '#lib/domain/hold.ts';
import type { showSession } from '#lib/server/presenters/session.ts';

type Done = 'booked' | 'moved' | 'cancelled' | 'joined' | 'left' | 'declined';

type Shown = { session: ReturnType<typeof showSession> };
/** What the person has now. */
export type Held = {
	seats: readonly (Shown & { booking: string; started: boolean })[];
	kept: readonly (Shown & { kind: HoldKind })[];
	places: readonly Shown[];
};

/**
 * What was done a moment ago, as the address names it. It is said only while it is true: who gave a seat back and then
 * goes back to the page of its booking reads that it is no longer theirs.
 */
export const readDone = ({ searchParams }: URL, { seats, kept, places }: Held): Done | 'gone' | null => {
	const isIn = (held: readonly Shown[], id: string) => held.some(({ session }) => session.id === id);
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

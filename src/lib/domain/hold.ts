/**
 * A seat that is kept for one person for a while: while they make up their mind (`hold`), or because it came free and
 * they are the next in line (`offer`). Past its time it counts for nothing, whether or not anybody has noticed yet.
 */
export const holdKinds = ['hold', 'offer'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** A seat kept for somebody, as it decides about their booking. */
export type SeatKept = {
	id: string;
	kind: HoldKind;
	/** The instant from which it is not kept any more. */
	until: Date;
	/** How often the person asked for more time. */
	extended: number;
	/** Whether it is one of the seats for people who are helped. */
	assisted: boolean;
};

/** So long a seat is kept for somebody who is choosing, in minutes; longer where two people do it together. */
export const holdMinutes = { alone: 15, assisted: 30 };

/** So often more time can be had: a seat that is kept for ever is nobody's. */
export const mostExtensions = 3;

/** Takes the present instant, whether somebody helps, and when the session begins; returns until when a seat is kept. */
export function holdUntil(now: Date, assisted: boolean, starts: Date): Date {
	const minutes = assisted ? holdMinutes.assisted : holdMinutes.alone;
	return new Date(Math.min(now.getTime() + minutes * 60_000, starts.getTime()));
}

/** Takes a seat kept and says whether its person can have more time. */
export function canExtend({ kind, extended }: Pick<SeatKept, 'kind' | 'extended'>): boolean {
	return kind === 'hold' && extended < mostExtensions;
}

/** Takes an instant and the present one and says whether a seat kept until then still is. */
export function isKept({ until }: { until: Date }, now: Date): boolean {
	return now.getTime() < until.getTime();
}

// How long a person stays signed in, and how often a code may be tried. Every figure has its reason beside it.

const second = 1000;
const minute = 60_000;
const day = 24 * 60 * minute;

/** How long someone stays signed in: `idle` since they were last seen, `absolute` since they signed in. Milliseconds. */
export type SignInLimits = { idle: number; absolute: number };

/**
 * On one's own phone. People look at their line a few times a month, and a letter is easily lost: asking for it each
 * time would shut them out. A quarter is the longest a forgotten phone stays open (NIST SP 800-63B-4, 2.1.3, asks for
 * 30 days at its first level; the idle limit keeps to that).
 */
export const ownDevice: SignInLimits = { idle: 30 * day, absolute: 90 * day };

/**
 * "This is not my phone": long enough to read a page slowly with somebody, too short for the next person to find it
 * open (NIST SP 800-63B-4, 2.3.3: 15 minutes without use at its third level).
 */
export const sharedDevice: SignInLimits = { idle: 10 * minute, absolute: 30 * minute };

/** At the counter: so long nobody touches the screen before what it shows is covered. Milliseconds. */
export const counterQuiet = 90 * second;

/** And so long the question stands there before everything is erased. Milliseconds. */
export const counterAsks = 60 * second;

/** How much later than the page the server closes by itself: a page tells of a touch once in so long. Milliseconds. */
export const counterTells = 15 * second;

/**
 * On a screen at a counter, with a queue behind: the page asks after a minute and a half and erases after one more; the
 * server closes by itself a moment later, whatever became of the page. Half an hour in all, as on any shared device.
 */
export const counter: SignInLimits = {
	idle: counterQuiet + counterAsks + counterTells,
	absolute: sharedDevice.absolute,
};

/** On what kind of device somebody is signed in; a counter is a shared device, too. */
export type DeviceKind = { sharedDevice: boolean; kiosk: boolean };

const limitsOn = ({ sharedDevice: isShared, kiosk }: DeviceKind): SignInLimits => {
	if (kiosk) return counter;
	return isShared ? sharedDevice : ownDevice;
};

/** Takes what is known of someone signed in and returns the instant at which they are no longer, if nothing happens. */
export function signInEndsAt(signIn: DeviceKind & { createdAt: Date; seenAt: Date }): Date {
	const { idle } = limitsOn(signIn);
	return new Date(Math.min(signInEndsAtLatest(signIn).getTime(), signIn.seenAt.getTime() + idle));
}

/** Takes what is known of someone signed in and returns the instant at which they no longer are, whatever they do. */
export function signInEndsAtLatest(signIn: DeviceKind & { createdAt: Date }): Date {
	const { absolute } = limitsOn(signIn);
	return new Date(signIn.createdAt.getTime() + absolute);
}

/** So many failed tries within so many milliseconds, counted back from now. */
export type Window = { most: number; within: number };

/**
 * For one code. A code has 60 bits, so nobody finds one by trying; these windows protect the letter that somebody else
 * holds, who has to guess the date of birth. Knowing the age within five years leaves some 3,650 dates: 30 tries in 30
 * days find fewer than one in a hundred. Someone who mistypes five times waits a quarter of an hour, not a day.
 */
export const triesPerCode: readonly Window[] = [
	{ most: 5, within: 15 * minute },
	{ most: 10, within: day },
	{ most: 30, within: 30 * day },
];

/**
 * For one device, whichever codes it tries. A phone in a waiting room serves many hands, so these are wide; they
 * only slow down one browser that keeps trying. Never counted by network address: a whole commune shares one.
 */
export const triesPerDevice: readonly Window[] = [
	{ most: 15, within: 15 * minute },
	{ most: 60, within: day },
];

/** Tries older than this no longer count for anything and are deleted. Milliseconds. */
export const triesKept = 30 * day;

/** Takes the instants of failed tries, newest first, and the windows, and returns when one may try again; null: now. */
export function nextTryAt(failures: readonly Date[], windows: readonly Window[], now: Date): Date | null {
	const ends = windows.map(({ most, within }) => (failures[most - 1]?.getTime() ?? -Infinity) + within);
	const last = Math.max(...ends);
	return last > now.getTime() ? new Date(last) : null;
}

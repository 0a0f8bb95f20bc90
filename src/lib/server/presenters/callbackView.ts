import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import type { AttemptResult, CallbackOutcome, CallbackTopic, CallbackWay } from '#lib/domain/callback.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { knownHours } from '#lib/domain/openingHours.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { CallbackFollowed, CallbackState } from '#lib/services/followCallback.ts';
import type { Deps } from '#lib/services/ports.ts';
import { windowDays, windowView } from './windowsView.ts';
import type { WindowDay, WindowView } from './windowsView.ts';
import { officeName } from './officeName.ts';
import type { OfficeName } from './officeName.ts';

/** What the page of a request shows to who holds its code. */
export type CallbackView = {
	code: string;
	state: CallbackState;
	topic: CallbackTopic;
	way: CallbackWay;
	/** The counter of a visit, and whether anybody knows when it is open. */
	office: (OfficeName & { hoursKnown: boolean }) | null;
	window: WindowView;
	place: number | null;
	attempts: { date: CalendarDate; time: string; result: AttemptResult }[];
	mostAttempts: number;
	outcome: CallbackOutcome | null;
	days: WindowDay[];
};

/** Takes a request as its code shows it and a language and returns what its page shows. */
export const callbackView = async (
	{ store }: Pick<Deps, 'store'>,
	followed: CallbackFollowed,
	language: Language,
): Promise<CallbackView> => {
	const { office: id } = followed;
	const office = id === null ? null : await store.transact((tx) => tx.offices.find(id));
	const { code, state, topic, way, window, place, attempts, mostAttempts, outcome, windows } = followed;
	return {
		...{ state, topic, way, place, mostAttempts, outcome },
		code: showFollowCode(code),
		office: office && { ...officeName(office, language), hoursKnown: knownHours(office.hours) !== null },
		window: windowView(window),
		attempts: attempts.map(({ at, result }) => ({ ...brusselsClock(at), result })),
		days: windowDays(windows),
	};
};

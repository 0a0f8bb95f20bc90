import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';

/** A window as a page shows it: its value in a form, its date, and its times as Brussels shows them. */
export type WindowView = { value: string; date: CalendarDate; from: string; to: string };

/** The windows of one day. */
export type WindowDay = { date: CalendarDate; windows: WindowView[] };

/** Takes a window and returns what a page shows of it. */
export const windowView = ({ start, end }: CallbackWindow): WindowView => {
	const { date, time } = brusselsClock(start);
	return { value: start.toISOString(), date, from: time, to: brusselsClock(end).time };
};

/** Takes windows in order and returns them by day. */
export const windowDays = (windows: readonly CallbackWindow[]): WindowDay[] => {
	const days: WindowDay[] = [];
	for (const window of windows.map(windowView)) {
		const last = days.at(-1);
		if (last?.date === window.date) last.windows.push(window);
		else days.push({ date: window.date, windows: [window] });
	}
	return days;
};

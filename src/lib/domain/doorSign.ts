import { brusselsClock, brusselsToday } from './brusselsTime.ts';
import type { LocalTime } from './brusselsTime.ts';
import { addDays } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import type { OpeningHours } from './openingHours.ts';
import { opennessAt } from './openings.ts';

/** What stands on a door at one moment, as a code with its times. */
export type DoorSign =
	| { kind: 'open_until'; time: LocalTime }
	| { kind: 'open_always' | 'closed_unknown' | 'hours_unknown' }
	| { kind: 'closed_opens_today' | 'closed_opens_tomorrow'; time: LocalTime }
	| { kind: 'closed_opens_on'; date: CalendarDate; time: LocalTime };

/** Takes opening hours, or null when none are known, and the present instant, and says what stands on the door. */
export function doorSign(hours: OpeningHours | null, now: Date): DoorSign {
	if (!hours) return { kind: 'hours_unknown' };
	const openness = opennessAt(hours, now);
	if (openness.open)
		return openness.until
			? { kind: 'open_until', time: brusselsClock(openness.until).time }
			: { kind: 'open_always' };
	if (!openness.opensAt) return { kind: 'closed_unknown' };
	const { date, time } = brusselsClock(openness.opensAt);
	const today = brusselsToday(now);
	if (date === today) return { kind: 'closed_opens_today', time };
	if (date === addDays(today, 1)) return { kind: 'closed_opens_tomorrow', time };
	return { kind: 'closed_opens_on', date, time };
}

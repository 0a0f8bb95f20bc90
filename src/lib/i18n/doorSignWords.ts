import type { DoorSign } from '#lib/domain/doorSign.ts';
import { m } from '#lib/paraglide/messages.js';
import { isolate } from './isolate.ts';
import { sayDay } from './sayDate.ts';

/** Takes what stands on a door and returns it in words, in the language of this request. */
export const doorSignWords = (sign: DoorSign): string => {
	switch (sign.kind) {
		case 'open_until':
			return m.offices_open_until({ time: isolate(sign.time) });
		case 'open_always':
			return m.offices_open_always();
		case 'closed_opens_today':
			return m.offices_closed_opens_today({ time: isolate(sign.time) });
		case 'closed_opens_tomorrow':
			return m.offices_closed_opens_tomorrow({ time: isolate(sign.time) });
		case 'closed_opens_on':
			return m.offices_closed_opens_on({
				date: sayDay(sign.date),
				time: isolate(sign.time),
			});
		case 'closed_unknown':
			return m.offices_closed_unknown();
		case 'hours_unknown':
			return m.offices_hours_unknown();
	}
};

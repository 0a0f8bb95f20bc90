import {
	afternoon,
	byDay,
	byNight,
	citizenship,
	evening,
	languageTest,
	literacy,
	rights,
	social,
	square,
	taught,
} from './courseSeries.ts';
import type { Series } from './courseSeries.ts';

const childcare = { childcare: 'yes' };
const women = { teacher_gender: 'female' };

/** Every series of the demonstration. */
export const series: readonly Series[] = [
	rights('bapa-bxl', square(2, '1000 Bruxelles'), ['ar', 'fa;ps', 'en', 'ti', 'es;pt', 'fr', 'ru;uk', 'tr'], {
		more: { counter_reserve: '2', ...childcare },
	}),
	rights('via-schaerbeek', square(3, '1030 Schaerbeek'), ['tr', 'ar', 'ru', 'fr'], { everyWeeks: 2 }),
	rights('via-molenbeek', square(4, '1080 Molenbeek-Saint-Jean'), ['ar', 'ps', 'fa'], {
		...{ everyWeeks: 2, fromWeek: 2, times: [evening], weekdays: '1;4', more: { ...women, step_free: 'no' } },
	}),
	rights('convivial', square(5, '1190 Forest'), ['ti', 'fa', 'uk', 'so;en'], {
		everyWeeks: 2,
		times: [afternoon],
	}),
	citizenship('bapa-bxl', square(2, '1000 Bruxelles'), ['ar', 'en', 'ti', 'fa'], {
		more: { counter_reserve: '1' },
	}),
	citizenship('bapa-bxl', square(2, '1000 Bruxelles'), ['fr;ar'], {
		...{
			course: taught('citizenship', 'bapa-bxl', 'citizenship-evening', 50),
			everyWeeks: 6,
			times: [evening],
		},
		...{ weekdays: '2;4', seats: 12 },
	}),
	citizenship('via-schaerbeek', square(3, '1030 Schaerbeek'), ['tr', 'ar', 'ru'], {
		fromWeek: 3,
		more: childcare,
	}),
	// The smallest of all: the demonstration fills it to its last seat, so that a line can be seen.
	citizenship('convivial', square(5, '1190 Forest'), ['fa;ps', 'ti'], {
		fromWeek: 1,
		everyWeeks: 5,
		seats: 5,
	}),
	citizenship('bon-brussel', square(6, '1000 Brussel'), ['en', 'ar', 'es'], { everyWeeks: 4, seats: 14 }),
	citizenship('bon-anderlecht', square(7, '1070 Anderlecht'), ['pt', 'tr'], {
		...{ fromWeek: 3, everyWeeks: 4, times: ['09:30-12:00'], weekdays: '6', more: { step_free: '' } },
	}),
	social('bapa-bxl', square(2, '1000 Bruxelles'), ['ar', 'en', 'ti', 'fa', 'es']),
	social('via-schaerbeek', square(3, '1030 Schaerbeek'), ['tr', 'ru', 'ar'], { everyWeeks: 2, fromWeek: 2 }),
	social('bon-brussel', square(6, '1000 Brussel'), ['nl;en', 'ar', 'tr'], { everyWeeks: 2, weekdays: '4' }),
	languageTest('bapa-bxl', square(2, '1000 Bruxelles'), 'fr', '5'),
	languageTest('bon-brussel', square(6, '1000 Brussel'), 'nl', '2'),
	literacy('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', { more: { ...women, ...childcare } }),
	byDay('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', 'A1.1', { more: childcare }),
	byDay('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', 'A1.2', { fromWeek: 3 }),
	byNight('cours-senne', square(8, '1080 Molenbeek-Saint-Jean'), 'fr', 'A1.1'),
	byDay('cours-canal', square(9, '1070 Anderlecht'), 'fr', 'A2', {
		fromWeek: 2,
		more: { counter_reserve: '2' },
	}),
	byDay('cours-canal', square(9, '1070 Anderlecht'), 'nl', 'A1.1', { fromWeek: 2, more: women }),
	byDay('taal-en-thuis', square(10, '1030 Schaerbeek'), 'nl', 'A1.2', {
		fromWeek: 3,
		more: { step_free: 'no' },
	}),
	byNight('taal-en-thuis', square(10, '1030 Schaerbeek'), 'nl', 'A1.1'),
	byNight('taal-en-thuis', square(10, '1030 Schaerbeek'), 'nl', 'A2'),
];

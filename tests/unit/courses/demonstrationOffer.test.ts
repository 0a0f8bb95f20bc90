import { expect, test } from 'vitest';
import { demonstrationOffer } from '#lib/demonstration/offer.ts';
import { addDays } from '#lib/domain/dates.ts';
import { readOfferRow } from '#lib/domain/offerRow.ts';
import { firstDay } from '#lib/domain/sessionTimes.ts';

const read = (today: string) =>
	demonstrationOffer(today).map((cells) => {
		const row = readOfferRow(cells);
		if (!row.ok) throw new Error(`${cells.session}: ${JSON.stringify(row.faults)}`);
		return row.value;
	});

test.each(['2026-11-21', '2026-12-31', '2027-03-01'])(
	'from %s on, twelve weeks of sessions, each right',
	(today) => {
		const rows = read(today);
		expect(rows.length).toBeGreaterThan(60);
		expect(new Set(rows.map(({ session }) => session.id)).size).toBe(rows.length);
		for (const { session } of rows) {
			expect(firstDay(session) > today).toBe(true);
			expect(firstDay(session) < addDays(today, 13 * 7)).toBe(true);
		}
		expect(new Set(rows.map(({ course }) => course.office)).size).toBe(9);
		expect(new Set(rows.flatMap(({ session }) => session.spokenLanguages)).size).toBeGreaterThan(10);
		expect(rows.some(({ session }) => session.childcare)).toBe(true);
		expect(rows.some(({ session }) => session.stepFree === null)).toBe(true);
	},
);

import { expect, it } from 'vitest';
import { brusselsInstant } from '#lib/domain/brusselsTime.ts';
import { communes } from '#lib/domain/communes.ts';
import { complaintServices, ombudsBruxelles, secondDoor } from '#lib/domain/ombudsman.ts';
import { opennessAt } from '#lib/domain/openings.ts';

it('is Ombuds Bruxelles, but for the commune and welfare centre of Ixelles and the commune of Woluwe-Saint-Lambert', () => {
	const others = complaintServices.flatMap((service) =>
		[null, ...communes.map(({ nis }) => nis)].map((commune) => ({ service, commune })),
	);
	const own = others
		.filter(({ service, commune }) => secondDoor(service, commune).kind === 'own_ombudsman')
		.map(({ service, commune }) => `${service} ${commune}`);
	expect(own.sort()).toEqual(['commune 21009', 'commune 21018', 'cpas 21009']);
	expect(secondDoor('cpas', '21018')).toMatchObject({ kind: 'ombudsman', sure: 'C' });
	expect(secondDoor('commune', '21015')).toMatchObject({ kind: 'ombudsman', sure: 'C' });
	expect(secondDoor('commune', null)).toMatchObject({ kind: 'ombudsman', dependsOnCommune: true });
	expect(secondDoor('cpas', null)).toMatchObject({ dependsOnCommune: true });
	expect(secondDoor('commune', '21015')).toMatchObject({ dependsOnCommune: false });
	expect(secondDoor('region', null)).toMatchObject({ dependsOnCommune: false });
	expect(secondDoor('reception_office', '21015')).toMatchObject({ kind: 'ombudsman', sure: 'U' });
});

// 9 March 2026 is a Monday.
it.each([
	['2026-03-09', '13:59', false],
	['2026-03-09', '14:00', true],
	['2026-03-10', '10:00', true],
	['2026-03-10', '15:00', false],
	['2026-03-12', '16:59', true],
	['2026-03-13', '12:00', false],
	['2026-04-06', '15:00', false],
])('on %s at %s the telephone of Ombuds Bruxelles is answered: %s', (date, time, open) =>
	expect(opennessAt(ombudsBruxelles.hours, brusselsInstant(date, time)).open).toBe(open),
);

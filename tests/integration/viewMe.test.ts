import { expect, test } from 'vitest';
import { showJournal } from '#lib/server/presenters/journal.ts';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { viewMe } from '#lib/services/viewMe.ts';
import { testDatabase } from '../support/database.ts';
import { openNewcomer } from '../support/newcomers.ts';
import { addOffice } from '../support/offer.ts';

const { deps, pool, setNow } = await testDatabase();
setNow(new Date('2026-12-01T10:00:00Z'));

test('a person reads which office noted which step', async () => {
	const dossier = await openNewcomer(deps, { birthDate: '1985-07-30' });
	const newcomer: Actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null };
	const office: Actor = { kind: 'office', id: 'VIA', channel: 'desk', device: null };
	await addOffice(pool, 'VIA');
	const on = '2026-12-01';
	expect((await confirmObligation(deps, operator, { dossier, on, printedDeadline: null })).ok).toBe(true);
	expect((await recordStep(deps, office, { dossier, step: 'registration', on, office: 'VIA' })).ok).toBe(
		true,
	);

	const me = await viewMe(deps, newcomer);
	if (!me.ok) throw new Error(me.reason);
	const lines = showJournal(me.value, 'nl');
	expect(lines.find(({ action }) => action === 'step_recorded')).toMatchObject({
		step: 'registration',
		office: { id: 'VIA', lang: 'nl' },
	});
	expect(lines.find(({ action }) => action === 'confirmed')).toMatchObject({ step: null, office: null });
});

test('somebody without a dossier sees nothing', async () => {
	expect(await viewMe(deps, { ...operator, kind: 'newcomer', id: 'NONE' })).toMatchObject({
		reason: 'no_dossier',
	});
});

import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { operator } from '#lib/services/actor.ts';
import type { Deps } from '#lib/services/ports.ts';
import { takeInOffices } from '#lib/services/takeInOffices.ts';
import { expect, test } from '../support/test.ts';

const takeIn = async (deps: Deps, ...offices: Record<string, string>[]) => {
	const rows = offices.map((cells, index) => ({ row: index + 2, cells }));
	const { value } = await takeInOffices(deps, operator, rows);
	expect(value.refused).toEqual([]);
};
const association = (id: string, facts: Record<string, string>) => ({
	id: `test-${id}`,
	kind: 'association',
	name_fr: `Association ${id}`,
	name_nl: `Vereniging ${id}`,
	commune: '21016',
	...facts,
});

test('a list is narrowed by a plain form, and says how many it found where reading goes on', async ({
	noScript: page,
}) => {
	await page.goto('/fr/offices');
	const all = await page.locator('.office').count();
	expect(all).toBeGreaterThan(20);
	await page.getByLabel('Commune', { exact: true }).selectOption('21015');
	await page.getByLabel('Sorte de lieu').selectOption('commune');
	await page.getByRole('button', { name: 'Montrer' }).click();
	await expect(page).toHaveURL(/commune=21015&kind=commune#results$/);
	await expect(page.locator('#results')).toHaveText('Un lieu trouvé');
	await expect(page.locator('.office')).toHaveCount(1);
	await expect(page.getByLabel('Commune', { exact: true })).toHaveValue('21015');
	await page.goto('/fr/offices?commune=21015&kind=language_house');
	await expect(page.locator('#results')).toHaveText('Aucun lieu trouvé');
	await expect(page.getByRole('link', { name: 'Montrer tous les lieux' })).toBeVisible();
});

test('what is invented says so, with a number nobody could take for a real one', async ({ page }) => {
	await page.goto('/fr/offices?kind=commune');
	for (const office of await page.locator('.office').all()) {
		await expect(office).toContainText('Démonstration');
		await expect(office.locator('a[href^="tel:"]')).toHaveAttribute('href', /^tel:\+322000/);
	}
});

test('in Arabic an address stays one run from left to right, its postcode with its commune', async ({
	page,
	deps,
}) => {
	const door = { street: 'Chaussée de Charleroi', number: '125', postcode: '1060' };
	await takeIn(deps, association('address', { ...door, commune: '21013' }));
	await page.setViewportSize({ width: 1280, height: 800 });
	await page.goto('/ar/offices?commune=21013&kind=association');
	const address = page.locator('#office-test-address > address');
	await expect(address).toHaveText('Chaussée de Charleroi 125, 1060 Saint-Gilles');
	// Where the line is full it breaks before the postcode, not behind it.
	expect(await address.textContent()).toContain('1060\u00a0Saint-Gilles');
	const begins = await address.locator('bdi').evaluate((run) => {
		const text = [...run.childNodes].find((node) => node instanceof Text);
		return ['Chaussée', '125', '1060', 'Saint-Gilles'].map((piece) => {
			const range = document.createRange();
			const at = text?.data.indexOf(piece) ?? 0;
			range.setStart(text ?? run, at);
			range.setEnd(text ?? run, at + piece.length);
			return Math.round(range.getBoundingClientRect().left);
		});
	});
	expect(begins).toEqual(begins.toSorted((one, other) => one - other));
	expect(new Set(begins).size).toBe(4);
});

test('the door sign tells the truth of this moment', async ({ page, deps }) => {
	const today = brusselsToday(deps.now());
	const checked = { last_checked: today };
	await takeIn(
		deps,
		association('open', { ...checked, hours: '24/7' }),
		association('until', { ...checked, hours: `${today} 00:00-24:00` }),
		association('closed', { ...checked, hours: `${addDays(today, 1)} 09:30-10:00` }),
		association('gone', { ...checked, hours: `${addDays(today, -1)} 09:30-10:00` }),
		association('unknown', checked),
	);
	await page.goto('/fr/offices?commune=21016&kind=association');
	const sign = (id: string) => page.locator(`#office-test-${id} .door-sign`);
	await expect(sign('open')).toHaveText('Ouvert jour et nuit');
	await expect(sign('until')).toContainText('Ouvert maintenant, jusqu’à');
	await expect(sign('closed')).toContainText('Ouvre demain à');
	await expect(sign('gone')).toHaveText('Fermé. Nous ne savons pas quand il ouvre.');
	await expect(sign('unknown')).toHaveText('Nous ne connaissons pas les heures.');
});

test('where the hours are not known the card says to ask, and whom where it has no number', async ({
	page,
	deps,
}) => {
	const today = brusselsToday(deps.now());
	const checked = { last_checked: today };
	await takeIn(
		deps,
		association('silent', checked),
		association('rings', { ...checked, phone: '02 000 00 99' }),
		association('stale', { last_checked: addDays(today, -91) }),
		association('known', { ...checked, hours: '24/7' }),
	);
	await page.goto('/fr/offices?commune=21016&kind=association');
	const card = (id: string) => page.locator(`#office-test-${id}`);
	const ask = (id: string) => card(id).getByText('Demandez avant de venir', { exact: true });
	const us = (id: string) => card(id).getByRole('link', { name: 'On vous appelle' });
	for (const id of ['silent', 'rings', 'stale']) await expect(ask(id)).toHaveCount(1);
	await expect(ask('known')).toHaveCount(0);
	for (const id of ['silent', 'stale']) await expect(us(id)).toHaveAttribute('href', '/fr/help/callback');
	for (const id of ['rings', 'known']) await expect(us(id)).toHaveCount(0);
	await expect(card('silent')).not.toContainText('Téléphonez');
	await expect(card('rings').locator('a[href^="tel:"]')).toBeVisible();
});

test('a check of more than ninety days ago says to ask before travelling', async ({ page, deps }) => {
	const today = brusselsToday(deps.now());
	await takeIn(
		deps,
		association('old', { last_checked: addDays(today, -91) }),
		association('recent', { last_checked: addDays(today, -90), hours: '24/7' }),
		association('never', { last_checked: '' }),
	);
	await page.goto('/nl/offices?commune=21016&kind=association');
	const ask = (id: string) => page.locator(`#office-test-${id}`).getByText('Vraag het voor u komt');
	await expect(ask('old')).toBeVisible();
	await expect(ask('never')).toBeVisible();
	await expect(ask('recent')).toHaveCount(0);
});

import type { Page } from '@playwright/test';
import { operator } from '#lib/services/actor.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { attestObligation } from '../support/attested.ts';
import { newWorld } from '../support/attestations.ts';
import { makeOld, onWire, visitOnce, withoutNetwork } from '../support/offline.ts';
import { expect, origin, test } from '../support/test.ts';
import type { Instead } from '../support/wire.ts';

const keys = '/.well-known/halte-keys.json';
const list = '/api/v1/attestations/status';
const person = { givenNames: 'ሓያት', familyName: 'ገብረእግዚኣብሄር' };
const title = (page: Page) => page.locator('#answer').getByRole('heading', { level: 2 });

const verify = async (page: Page, typed: string): Promise<void> => {
	await page.locator('#typed').fill(typed);
	await page.locator('#answers .button--main').click();
};

/** What can come in place of the keys or the list, none of it good. */
const troubles: Record<string, () => Promise<[string, Instead][]>> = {
	'the server answers 503 for the list': () =>
		Promise.resolve([[list, { status: 503, body: '{"message":"away"}' }]]),
	'the server answers 503 for both, with a page': () =>
		Promise.resolve(
			[keys, list].map((path) => [path, { status: 503, type: 'text/html', body: '<h1>Away</h1>' }]),
		),
	'a network of a hotel shows its own page': () =>
		Promise.resolve(
			[keys, list].map((path) => [path, { status: 200, type: 'text/html', body: '<h1>Room?</h1>' }]),
		),
	'the keys are none': () => Promise.resolve([[keys, { status: 200, body: '{"keys":[{"kid":1}]}' }]]),
	'the list is null': () => Promise.resolve([[list, { status: 200, body: 'null' }]]),
	'the list is signed by another': async () => {
		const { signed } = await newWorld();
		return [[list, { status: 200, body: JSON.stringify(signed) }]];
	},
};

for (const [name, trouble] of Object.entries(troubles))
	test(`a good list serves on, with its date, while ${name}`, async ({ browser, deps }) => {
		const good = await attestObligation(deps, person);
		const revoked = await attestObligation(deps, person);
		await revokeAttestation(deps, operator, { attestation: revoked.id, reason: 'misused' });
		await onWire(browser, origin(), async ({ page, wire }) => {
			await visitOnce(page, 'fr');
			const came = page.waitForResponse((response) => response.url().endsWith(list));
			await page.goto('/fr/verify');
			await (await came).finished();
			// The list is there and was read.
			await verify(page, good.text);
			await expect(title(page)).toHaveText('Cette attestation est vraie');
			for (const [path, instead] of await trouble()) wire.say(path, instead);
			// On the page that had it, and on one that is opened now.
			for (const open of [async () => {}, () => page.goto('/fr/verify')]) {
				await open();
				await verify(page, revoked.text);
				await expect(title(page)).toHaveText('Cette attestation est annulée');
				await verify(page, good.text);
				await expect(title(page)).toHaveText('Cette attestation est vraie');
				await expect(page.locator('.verdict__list')).toContainText(/20\d\d/);
			}
		});
	});

test('without any list before, a server in trouble is no reason to say more than is known', async ({
	browser,
	deps,
}) => {
	const { text } = await attestObligation(deps, person);
	await onWire(browser, origin(), async ({ page, wire }) => {
		wire.say(list, { status: 503, body: '{}' });
		await page.goto('/fr/verify');
		await verify(page, text);
		await expect(title(page)).toHaveText('Nous ne pouvons pas le dire');
	});
});

test('the list is renewed together with the pages that are kept, whichever page is read', async ({
	browser,
	deps,
}) => {
	const { text, id } = await attestObligation(deps, person);
	await onWire(browser, origin(), async ({ page, context }) => {
		await visitOnce(page, 'fr');
		await revokeAttestation(deps, operator, { attestation: id, reason: 'misused' });
		const kept = () =>
			page.evaluate(
				async (path) => ((await (await caches.match(path))?.json()) as { issued: string }).issued,
				list,
			);
		const before = await kept();
		await makeOld(page, 'fr');
		// The browser's own cache holds the list for a minute.
		const client = await context.newCDPSession(page);
		await client.send('Network.clearBrowserCache');
		await page.goto('/fr/help');
		await expect.poll(kept).not.toBe(before);
		await withoutNetwork(context, async () => {
			await page.goto('/fr/verify');
			await verify(page, text);
			await expect(title(page)).toHaveText('Cette attestation est annulée');
		});
	});
});

import type { Page, Request } from '@playwright/test';
import { showLetterCode } from '#lib/domain/letterCode.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { expect, origin, test } from '../support/test.ts';

/** A phone with a screen lock, as far as a browser can tell (Web Authentication, 11: automation). */
const lockedPhone = async (page: Page) => {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	const lock = (isUserVerified: boolean) =>
		devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
	return { lock };
};

const signInWithLetter = async (page: Page, code: string) => {
	await page.goto('/fr/sign-in?to=/fr/me');
	await page.locator('#code').fill(showLetterCode(code));
	await page.locator('[name="birthDate-day"]').fill('30');
	await page.locator('[name="birthDate-month"]').fill('07');
	await page.locator('[name="birthDate-year"]').fill('1985');
	await page.locator('form#answers button.button--main').click();
	await expect(page).toHaveURL('/fr/me');
};
const press = (page: Page) => page.locator('[data-passkey] button').click();
const signOut = async (page: Page) => {
	await page.locator('main form[action$="/signOut"] button').first().click();
	await expect(page).toHaveURL('/fr/sign-in?left=here');
};

test('a passkey is added, opens the dossier without typing, and is removed', async ({ page, deps }) => {
	await lockedPhone(page);
	const dossier = await openNewcomer(deps);
	await signInWithLetter(page, await giveLetter(deps, dossier));
	await press(page);
	await expect(page).toHaveURL(/\/fr\/me\?kept=passkey#passkeys$/);
	await expect(page.locator('#passkeys form')).toHaveCount(1);
	// The same phone again: it has one already.
	await press(page);
	await expect(page.locator('[data-passkey] [role="status"]')).not.toBeEmpty();
	await signOut(page);

	await page.goto('/fr/sign-in?to=/fr/me');
	await press(page);
	await expect(page).toHaveURL('/fr/me');
	await expect(page.locator('header').getByText('Omar')).toBeVisible();
	await page.locator('#passkeys form button').click();
	await expect(page).toHaveURL(/kept=passkey_removed$/);
	await signOut(page);
	await press(page);
	await expect(page.locator('[data-passkey] [role="status"]')).toHaveText(/lettre/);
	await expect(page).toHaveURL(/\/sign-in/);
	const journal = await deps.store.transact((tx) => tx.journal.ofDossier(dossier, 20));
	const actions = journal.map(({ action }) => action).filter((action) => action.startsWith('passkey'));
	expect(actions).toEqual(['passkey_removed', 'passkey_added']);
});

test('an answer counts once; a copy that counts backwards and a phone that checks nobody open nothing', async ({
	page,
	deps,
}) => {
	const { lock } = await lockedPhone(page);
	const dossier = await openNewcomer(deps);
	await signInWithLetter(page, await giveLetter(deps, dossier));
	await press(page);
	await expect(page).toHaveURL(/kept=passkey/);
	await signOut(page);

	await page.goto('/fr/sign-in?to=/fr/me');
	const answered = page.waitForRequest((request: Request) => /\/sign-in\/passkey\?/.test(request.url()));
	await press(page);
	await expect(page).toHaveURL('/fr/me');
	const again = await page.request.post('/fr/sign-in/passkey', {
		headers: { origin: origin(), 'content-type': 'application/json' },
		data: (await answered).postData() ?? '',
	});
	expect([again.status(), await again.json()]).toEqual([400, { reason: 'not_verified' }]);
	await signOut(page);

	// Somebody used a copy of the key meanwhile: its counter is ahead of this phone's.
	const [passkey] = await deps.store.transact((tx) => tx.passkeys.ofDossier(dossier));
	await deps.store.transact((tx) => tx.passkeys.use(passkey?.id ?? '', 1_000, new Date()));
	await page.goto('/fr/sign-in');
	await press(page);
	await expect(page.locator('[data-passkey] [role="status"]')).toHaveText(/lettre/);

	await lock(false);
	await press(page);
	await expect(page.locator('[data-passkey] [role="status"]')).not.toBeEmpty();
	await expect(page).toHaveURL(/\/sign-in/);
});

test('nobody adds a passkey to a dossier that is not open, or on a device of others', async ({
	page,
	deps,
}) => {
	const options = () =>
		page.request.post('/fr/me/passkeys/options', {
			headers: { origin: origin(), 'content-type': 'application/json' },
			data: '{}',
		});
	expect((await options()).status()).toBe(401);
	const code = await giveLetter(deps, await openNewcomer(deps));
	const form = {
		...{ code, sharedDevice: 'yes' },
		...{ 'birthDate-day': '30', 'birthDate-month': '7', 'birthDate-year': '1985' },
	};
	await page.request.post('/fr/sign-in?to=/fr/me', { headers: { origin: origin() }, form });
	const refused = await options();
	expect([refused.status(), await refused.json()]).toEqual([403, { reason: 'shared_device' }]);
});

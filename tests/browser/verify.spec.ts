import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { showReference } from '#lib/domain/attestation/reference.ts';
import { readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { decodeBase45, encodeBase45 } from '#lib/domain/attestation/base45.ts';
import { operator } from '#lib/services/actor.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { launchOptions, settleBrowser } from '../../scripts/browser.ts';
import { attestObligation, signedByIssuer } from '../support/attested.ts';
import { newWorld, someClaims } from '../support/attestations.ts';
import { writeCameraFile } from '../support/cameraFile.ts';
import { keyboard } from '../support/hands.ts';
import { visitOnce, withoutNetwork } from '../support/offline.ts';
import { expect, origin, test } from '../support/test.ts';

const hayat = { givenNames: 'ሓያት', familyName: 'ገብረእግዚኣብሄር' };
const answer = (page: Page) => page.locator('#answer');
const title = (page: Page) => answer(page).getByRole('heading', { level: 2 });
const verify = async (page: Page, typed: string) => {
	await page.locator('#typed').fill(typed);
	await page.locator('#answers .button--main').click();
};
/** A letter of the name in the middle of the payload is another one. */
const tampered = (text: string): string => {
	const bytes = Buffer.from(decodeBase45(text.slice(5)) ?? '');
	const at = bytes.indexOf('ሓያት');
	bytes.write('ሓይት', at);
	return `HLT1:${encodeBase45(bytes)}`;
};

test('without scripts: the text and the reference of a paper are answered, and nothing of it is in an address', async ({
	noScript: page,
	deps,
}) => {
	const { text, reference } = await attestObligation(deps, hayat);
	await page.goto('/fr/verify');
	for (const typed of [text, showReference(reference).toLowerCase()]) {
		await verify(page, typed);
		await expect(title(page)).toHaveText('Cette attestation est vraie');
		await expect(page).toHaveURL(/\/fr\/verify\?asked=#answer$/);
		await expect(answer(page).locator('[data-fact="givenNames"] dd')).toHaveText(hayat.givenNames);
		await expect(answer(page).locator('[data-fact="issuer"] dd')).toHaveText('Commune : Schaerbeek');
		await expect(answer(page).locator('.verdict__list')).toContainText(
			/Liste .* 20\d\d\u2069 à \u2068\d\d:\d\d/,
		);
	}
	await page.reload();
	await expect(title(page)).toHaveText('Cette attestation est vraie');
	await verify(page, tampered(text));
	await expect(title(page)).toHaveText('Cette attestation n’est pas bonne');
	await expect(answer(page)).not.toContainText('ገብረ');
	await verify(page, ' ');
	await expect(page.locator('#error-summary')).toContainText('Écrivez la référence');
});

test('the answer is given in the next language too', async ({ noScript: page, deps }) => {
	const { text } = await attestObligation(deps, hayat);
	await page.goto('/fr/verify');
	await verify(page, text);
	await page.locator('[data-languages] summary').click();
	await page.locator('[data-languages] [lang="ar"]').click();
	await expect(title(page)).toHaveText('هذه الشهادة صحيحة');
	await expect(page.locator('#typed')).toHaveValue(text);
});

test('with the network off every outcome is said in words, and nothing was sent', async ({
	page,
	context,
	deps,
}) => {
	const { text, reference } = await attestObligation(deps, hayat);
	const revoked = await attestObligation(deps, hayat);
	await revokeAttestation(deps, operator, { attestation: revoked.id, reason: 'misused' });
	const claims = readAttestation(text)?.claims ?? someClaims;
	const expired = await signedByIssuer(deps, { ...claims, expires: claims.issued });
	const foreign = await (await newWorld()).attest();
	const posts: string[] = [];
	page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()));

	const list = page.waitForResponse(/attestations\/status$/);
	await page.goto('/fr/verify');
	await (await list).finished();
	await context.setOffline(true);
	for (const [typed, said, more] of [
		[text, 'Cette attestation est vraie', hayat.familyName],
		[revoked.text, 'Cette attestation est annulée', hayat.familyName],
		[expired, 'Cette attestation est terminée', hayat.familyName],
		[tampered(text), 'Cette attestation n’est pas bonne', 'mal copié'],
		[foreign, 'Nous ne pouvons pas le dire', 'Nous ne connaissons pas'],
		['HLT1:ABC', 'Nous ne pouvons pas lire cela', 'Il manque'],
		[revoked.reference, 'Cette attestation est annulée', 'Demandez-lui'],
		[reference, 'Nous ne pouvons pas le dire', 'Scannez le code'],
		['K7Q2', 'Nous ne pouvons pas lire cela', 'Il manque'],
	] as const) {
		await verify(page, typed);
		await expect(title(page)).toHaveText(said);
		await expect(title(page)).toBeFocused();
		await expect(answer(page)).toContainText(more);
		await expect(answer(page)).not.toContainText('%');
	}
	expect(posts).toEqual([]);
});

for (const [language, said] of [
	['fr', 'Cette attestation est vraie'],
	['ti', 'እዚ ምስክር ወረቐት ናይ ሓቂ እዩ'],
] as const)
	test(`opened anew without a network after one visit in ${language}, it still verifies`, async ({
		page,
		context,
		deps,
	}) => {
		const { text, reference } = await attestObligation(deps, hayat);
		await visitOnce(page, language);
		await withoutNetwork(context, async () => {
			await page.goto(`/${language}/verify`);
			await verify(page, text);
			await expect(title(page)).toHaveText(said);
			await expect(answer(page)).toContainText(hayat.familyName);
			await verify(page, tampered(text));
			await expect(answer(page)).not.toContainText(hayat.familyName);
			await verify(page, reference);
			await expect(answer(page).locator('.verdict')).toHaveClass(/cannot_tell/);
		});
	});

for (const [language, valid, unreadable] of [
	['fr', 'Cette attestation est vraie', 'Nous ne pouvons pas lire cela'],
	['ar', 'هذه الشهادة صحيحة', null],
] as const)
	test(`by the keyboard alone a paper is verified, and the answer is where one is then, ${language}`, async ({
		page,
		deps,
	}) => {
		const { text, reference } = await attestObligation(deps, hayat);
		const { press, write } = keyboard(page);
		const field = page.locator('#typed');
		const button = page.locator('#answers .button--main');
		await page.goto(`/${language}/verify`);
		await page.waitForLoadState('networkidle');
		// A text is answered here, a reference by the server: both lead to the answer.
		await write(field, text);
		await press(button);
		await expect(title(page)).toHaveText(valid);
		await expect(title(page)).toBeFocused();
		await page.goto(`/${language}/verify`);
		await write(field, showReference(reference));
		await press(button);
		await page.waitForURL(/asked/);
		await expect(title(page)).toHaveText(valid);
		// The answer comes before the question: one step on is the next paper.
		await page.keyboard.press('Tab');
		await expect(page.locator('#answer :focus, [data-verify] :focus')).toHaveCount(1);
		// The camera: refused or not there, the focus comes back to its button.
		await page.goto(`/${language}/verify`);
		await press(page.locator('[data-start]'));
		await expect(page.locator('[data-scan] [role="status"]')).not.toBeEmpty();
		await expect(page.locator('[data-start]')).toBeFocused();
		if (unreadable === null) return;
		await write(field, 'K7Q2');
		await press(button);
		await expect(title(page)).toHaveText(unreadable);
	});

test('with an old list it does not say more than it knows', async ({ page, context, deps }) => {
	const { text } = await attestObligation(deps, hayat);
	await page.clock.install({ time: new Date() });
	const list = page.waitForResponse(/attestations\/status$/);
	await page.goto('/ti/verify');
	await (await list).finished();
	await context.setOffline(true);
	await page.clock.setFixedTime(Date.now() + 6 * 86_400_000);
	await verify(page, text);
	await expect(title(page)).toHaveText('እዚ ምስክር ወረቐት ናይ ሓቂ እዩ');
	await page.clock.setFixedTime(Date.now() + 8 * 86_400_000);
	await verify(page, text);
	await expect(title(page)).toHaveText('ክንብል ኣይንኽእልን');
	await expect(answer(page)).toContainText('ኣዝዩ ኣሪጉ');
});

test('with the network a text stays here, and a reference is asked of the server', async ({ page, deps }) => {
	const { text, reference } = await attestObligation(deps, hayat);
	await page.goto('/fr/verify');
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
	await verify(page, text);
	await expect(title(page)).toHaveText('Cette attestation est vraie');
	expect(asked.filter((each) => each.startsWith('POST'))).toEqual([]);
	const here = await answer(page).textContent();
	await page.goto('/fr/verify');
	await verify(page, reference);
	await expect(title(page)).toHaveText('Cette attestation est vraie');
	expect(asked).toContain('POST /fr/verify');
	// The list is as old as its minute says, and nothing else differs.
	const withoutList = (said: string | null) =>
		said
			?.replace(/Liste.*/, '')
			.replace(/\s+/g, ' ')
			.trim();
	expect(withoutList(await answer(page).textContent())).toBe(withoutList(here));
});

test('the camera reads the code of a paper, and only then a reader of codes is fetched', async ({
	deps,
}, info) => {
	const { text } = await attestObligation(deps, hayat);
	const file = info.outputPath('camera.y4m');
	writeCameraFile(file, text);
	const browser = await chromium.launch(
		launchOptions(
			await settleBrowser(),
			'--use-fake-ui-for-media-stream',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${file}`,
		),
	);
	try {
		const page = await browser.newPage();
		const fetched: string[] = [];
		page.on('request', (request) => fetched.push(request.url()));
		await page.goto(`${origin()}/fr/verify`);
		await page.waitForLoadState('networkidle');
		expect(fetched.filter((address) => /jsqr/i.test(address))).toEqual([]);
		await page.getByRole('button', { name: 'Scanner le code' }).click();
		await expect(title(page)).toHaveText('Cette attestation est vraie', { timeout: 60_000 });
		await expect(answer(page)).toContainText(hayat.familyName);
		await expect(page.locator('video')).toBeHidden();
		const ownReader = await page.evaluate(() => 'BarcodeDetector' in globalThis);
		expect(fetched.some((address) => /jsqr/i.test(address))).toBe(!ownReader);
	} finally {
		await browser.close();
	}
});

test('without a camera the person is told what to do instead', async ({ page }) => {
	await page.goto('/fr/verify');
	await page.getByRole('button', { name: 'Scanner le code' }).click();
	await expect(page.locator('[data-scan] [role="status"]')).toContainText('Écrivez la référence');
	await expect(page.getByRole('button', { name: 'Scanner le code' })).toBeFocused();
});

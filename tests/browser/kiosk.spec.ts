import type { Locator, Page } from '@playwright/test';
import { languageProfile } from '#lib/i18n/languages.ts';
import { showLetterCode } from '#lib/domain/letterCode.ts';
import { byHand } from '../support/byHand.ts';
import { attestObligation } from '../support/attested.ts';
import { laterTime } from '../support/callWindow.ts';
import { fingers, keyboard, moveHand } from '../support/hands.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { stopClock } from '../support/stopClock.ts';
import { expect, test } from '../support/test.ts';

for (const language of ['fr', 'ar', 'ti'] as const)
	test(`whatever one can come for is in sight at once, ${language}`, async ({ page }) => {
		await page.goto(`/${language}/kiosk/home`);
		for (const [width, height] of [
			[1080, 1920],
			[1920, 1080],
		] as const) {
			await page.setViewportSize({ width, height });
			const bar = await page.locator('.kiosk-bar').boundingBox();
			const doors = page.locator('.doors-home .row');
			await expect(doors).toHaveCount(6);
			for (const door of await doors.all()) {
				const box = await door.boundingBox();
				expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
			}
		}
	});

/** What lies on top at points all over the window. */
const coveredBy = (page: Page, selector: string): Promise<boolean> =>
	page.evaluate((cover) => {
		const parts = [0.02, 0.25, 0.5, 0.75, 0.98];
		return parts.every((across) =>
			parts.every((down) =>
				document.elementFromPoint(window.innerWidth * across, window.innerHeight * down)?.closest(cover),
			),
		);
	}, selector);

test('the question comes after 90 seconds, covers all, is announced, and goes with one large button', async ({
	page,
}) => {
	await page.clock.install();
	await page.goto('/fr/kiosk/home');
	await stopClock(page);
	await moveHand(page, 5, 5);
	await page.clock.runFor('01:29');
	const question = page.getByRole('alertdialog', { name: 'Êtes-vous encore là ?' });
	await expect(question).toBeHidden();
	// Whoever touches the screen is not asked.
	await moveHand(page, 10, 10);
	await page.clock.runFor('01:29');
	await expect(question).toBeHidden();
	await page.clock.runFor('00:02');
	await expect(question).toBeVisible();
	await expect(question).toHaveAccessibleDescription(/nous effaçons tout dans une minute/);
	expect(await coveredBy(page, '.kiosk-cover')).toBe(true);
	const stay = question.getByRole('button');
	await expect(stay).toHaveCount(1);
	await expect(stay).toBeFocused();
	expect((await stay.boundingBox())?.height).toBeGreaterThanOrEqual(100);
	// Seen every second, spoken twice.
	await expect(question.locator('[data-left]')).toHaveText(/^5\d$/);
	const spoken = question.getByRole('status');
	await expect(spoken).toBeEmpty();
	await page.clock.runFor('00:30');
	await expect(spoken).toHaveText('Encore 30 secondes.');
	await page.clock.runFor('00:20');
	await expect(spoken).toHaveText('Encore 10 secondes.');
	// The page has heard the answer when it tells the server.
	const told = page.waitForRequest((request) => request.method() === 'POST');
	await page.keyboard.press('Enter');
	await told;
	await expect(question).toBeHidden();
	await page.clock.runFor('01:29');
	await expect(question).toBeHidden();
	await page.clock.runFor('00:02');
	await expect(question).toBeVisible();
	await page.clock.runFor('01:00');
	await expect(page).toHaveURL(/\/fr\/kiosk\/end\?because=time$/);
});

test('without scripts a visit ends by itself, is ended by a button, and leaves no way back', async ({
	noScript: page,
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps));
	await page.goto('/fr/kiosk');
	await page.locator('.languages [value="fr"]').click();
	await expect(page).toHaveURL(/\/fr\/kiosk\/home$/);
	await expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute(
		'content',
		/^170;url=\/fr\/kiosk\/end/,
	);
	await page.locator('main a[href="/fr/kiosk/sign-in"]').click();
	await page.locator('#code').fill(showLetterCode(code));
	await page.locator('[name="birthDate-day"]').fill('30');
	await page.locator('[name="birthDate-month"]').fill('7');
	await page.locator('[name="birthDate-year"]').fill('1985');
	await page.locator('main form#answers .button--main').click();
	await expect(page).toHaveURL(/\/fr\/kiosk\/pathway$/);
	// Nobody leaves the kiosk by an address of the site.
	await byHand(page, '/fr/me');
	await expect(page).toHaveURL(/\/fr\/kiosk\/me$/);
	await page.locator('[data-finish] button').click();
	await expect(page).toHaveURL(/\/fr\/kiosk\/end\?because=done$/);
	expect(await page.context().cookies()).toEqual([]);
	await page.goBack();
	await expect(page).toHaveURL(/\/fr\/kiosk$/);
});

test('without scripts, whoever is quicker than the frame of the page goes on all the same', async ({
	noScript: page,
}) => {
	await page.route('**/kiosk/alive', () => {});
	await page.goto('/fr/kiosk');
	await page.locator('.languages [value="fr"]').click({ noWaitAfter: true });
	await page.waitForURL('**/fr/kiosk/home', { waitUntil: 'commit' });
	await page.locator('main a[href="/fr/kiosk/sign-in"]').click({ noWaitAfter: true });
	await page.waitForURL('**/fr/kiosk/sign-in', { waitUntil: 'commit' });
	await expect(page.locator('#code')).toBeVisible();
});

test('what is left in the browser is found, said, and taken away before the screen goes on', async ({
	page,
}) => {
	await page.route('**/kiosk/traces', (route) => route.fulfill({ json: ['halte-draft'] }), { times: 5 });
	await page.clock.install();
	await page.goto('/fr/kiosk/end');
	await stopClock(page);
	/** Lets time go by until this is shown. */
	const passUntil = async (shown: Locator): Promise<void> => {
		const seconds = async () => {
			await page.clock.runFor('00:01');
			return shown.isVisible();
		};
		await expect.poll(seconds, { intervals: [50] }).toBe(true);
	};
	await passUntil(page.locator('[role="alert"][data-result="left"]'));
	await passUntil(page.locator('[data-result="clean"]'));
	await expect(page).toHaveURL(/\/kiosk\/end$/);
	await page.clock.runFor('00:20');
	await expect(page).toHaveURL(/\/fr\/kiosk$/);
});

/** With a capital, an accent and signs; and in a script of its own. */
const complaints = {
	fr: "J'ai attendu où ?",
	ar: 'انتظرت كثيرا، لماذا؟',
	ti: 'ሰላም፡ ነዊሕ ተጸቢየ።',
};

for (const language of ['fr', 'ar'] as const)
	for (const [name, handsOn] of Object.entries({ fingers, keyboard }))
		test(`every task by ${name} alone, ${languageProfile(language).direction}`, async ({
			browser,
			baseURL,
			deps,
		}) => {
			const context = await browser.newContext({
				...{ baseURL, hasTouch: name === 'fingers' },
				viewport: { width: 1080, height: 1920 },
			});
			await context.addInitScript(() => (window.print = () => (document.body.dataset['printed'] = 'yes')));
			const page = await context.newPage();
			const hands = handsOn(page);
			const { dossier, reference } = await attestObligation(deps, {
				givenNames: 'Omar',
				familyName: 'Haddad',
			});
			const code = await giveLetter(deps, dossier);
			const main = page.locator('main');
			const door = (to: string): Locator => main.locator(`a[href="/${language}/kiosk/${to}"]`).first();
			const next = main.locator('form .button--main').first();
			const goHome = () => hands.press(page.locator(`.kiosk-bar a[href="/${language}/kiosk/home"]`));
			const goOn = async () => {
				const arrived = page.waitForEvent('load');
				await hands.press(next);
				await arrived;
			};
			const writeDate = async (field: string, [day, month, year]: [string, string, string]) => {
				await hands.write(page.locator(`[name="${field}-day"]`), day);
				await hands.write(page.locator(`[name="${field}-month"]`), month);
				await hands.write(page.locator(`[name="${field}-year"]`), year);
			};

			await page.goto('/fr/kiosk');
			await hands.press(page.locator(`.languages [value="${language}"]`));
			await expect(page).toHaveURL(/\/kiosk\/home$/);
			await expect(page.locator('html')).toHaveAttribute('dir', languageProfile(language).direction);

			await test.step('does this concern me? from the first question to the answer', async () => {
				await hands.press(door('check'));
				await goOn();
				await hands.choose(main.locator('[name="paper"][value="long"]'));
				await goOn();
				await writeDate('registered', ['10', '3', '2026']);
				await goOn();
				await writeDate('birth', ['30', '7', '1985']);
				await goOn();
				await hands.write(page.locator('[name="stay-year"]'), '2025');
				await goOn();
				await hands.select(page.locator('#nationality'), 'SYR');
				await goOn();
				await hands.choose(main.locator('[name="relation"][value="none"]'));
				await goOn();
				await hands.choose(main.locator('[name="situation"][value="none"]'));
				await goOn();
				await expect(page).toHaveURL(/\/kiosk\/check\/result/);
				await goHome();
			});
			await test.step('a complaint, in words of one\u2019s own', async () => {
				await hands.press(page.locator(`.footer a[href="/${language}/kiosk/help/complaint"]`));
				await hands.choose(main.locator('[name="subject"]').first());
				await hands.choose(main.locator('[name="service"][value="this_site"]'));
				await hands.write(page.locator('[name="words"]'), complaints[language]);
				await goOn();
				await expect(page).toHaveURL(/\/help\/complaint\/this/);
				await goHome();
			});
			await test.step('is this paper real? by its reference', async () => {
				await hands.press(door('verify'));
				await hands.write(page.locator('[name="typed"]'), reference);
				await hands.press(next);
				await expect(page.locator('#answer')).toContainText('Haddad');
				await goHome();
			});
			await test.step('my line, with the code of the letter', async () => {
				await hands.press(door('sign-in'));
				await hands.write(page.locator('#code'), showLetterCode(code).replaceAll('-', ''));
				await writeDate('birthDate', ['30', '7', '1985']);
				await hands.press(main.locator('form#answers .button--main'));
				await expect(page).toHaveURL(/\/kiosk\/pathway$/);
				await expect(main.locator('.line, .tram, ol').first()).toBeVisible();
			});
			await test.step('a paper of mine', async () => {
				await hands.press(door('attestations'));
				await hands.press(main.locator('.papers a').first());
				await expect(main).toContainText('Haddad');
				await goHome();
			});
			await test.step('a course, and a seat in it', async () => {
				await hands.press(door('courses'));
				await hands.press(main.locator('.timetable a').first());
				await hands.choose(main.locator('[name="session"]').first());
				await goOn();
				await expect(page).toHaveURL(/\/kiosk\/courses\/[^/]+\/[^/]+$/);
				await goOn();
				await expect(page).toHaveURL(/\/kiosk\/bookings\?booked=/);
				await goHome();
			});
			await test.step('to be called back', async () => {
				await hands.press(door('help/callback'));
				await hands.choose(main.locator('[name="topic"]').first());
				await hands.write(
					page.locator('#number'),
					`0470${code.replaceAll(/\D/g, '').padEnd(6, '1').slice(0, 6)}`,
				);
				await hands.choose(await laterTime(page));
				await hands.press(main.locator('form#answers .button--main'));
				await expect(page).toHaveURL(/\/help\/callback\/this/);
				await expect(page.locator('.follow-code__code')).toBeVisible();
			});
			await test.step('on paper', async () => {
				await hands.press(page.locator('[data-print]'));
				await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
				await goHome();
			});
			await test.step('the counters, and back', async () => {
				await hands.press(door('offices'));
				await expect(page).toHaveURL(/\/kiosk\/offices$/);
				await hands.press(page.locator('[data-back]'));
				await expect(page).toHaveURL(/\/kiosk\/home$/);
				await expect(door('verify')).toBeVisible();
			});
			await test.step('the end', async () => {
				await hands.press(page.locator('[data-finish] button'));
				await expect(page).toHaveURL(/\/kiosk\/end\?because=done$/);
				await expect(page.locator('[data-result="clean"]')).toBeVisible();
				await hands.press(page.locator('main a.button--main'));
				await expect(page).toHaveURL(/\/fr\/kiosk$/);
			});
			await context.close();
		});

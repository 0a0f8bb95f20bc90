import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { stageNames } from '#lib/demonstration/stages.ts';
import type { StageName } from '#lib/demonstration/stages.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { addDays } from '#lib/domain/dates.ts';
import { firstDay, hasStarted } from '#lib/domain/sessionTimes.ts';
import { dateInWords } from '#lib/i18n/dateInWords.ts';
import { operator } from '#lib/services/actor.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { readDossier } from '#lib/services/readDossier.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { expect, test } from '../support/test.ts';
import { signInFields } from '../support/visitor.ts';

const main = (page: Page) => page.locator('main');
const here = (page: Page) => page.locator('[aria-current="step"]');

/** Signs in with what stands in a letter, and opens the line. */
const openLineOf = async (page: Page, letter: ReturnType<typeof signInFields>) => {
	await page.goto('/fr/sign-in');
	for (const [name, value] of Object.entries(letter)) await page.locator(`[name="${name}"]`).fill(value);
	await page.locator('#answers .button--main').click();
	await page.goto('/fr/pathway');
};

/** What each stage reads, and where it stands. */
const said: Record<StageName, { says: RegExp; here: RegExp | null }> = {
	proposal: { says: /Ceci est une proposition, pas une décision/, here: /Information/ },
	review: { says: /Une personne de votre commune doit encore décider/, here: /Information/ },
	just_confirmed: { says: /Inscrivez-vous dans un bureau d’accueil/, here: /Inscription/ },
	late_to_register: { says: /Vous pouvez encore agir/, here: /Inscription/ },
	registered: { says: /Allez au rendez-vous d’accueil/, here: /Accueil/ },
	welcomed: { says: /Suivez le module droits et devoirs/, here: /Droits et devoirs/ },
	in_course: { says: /Vous avez une place/, here: /citoyenneté/ },
	almost_there: { says: /Demandez votre attestation de suivi/, here: /Fin du parcours/ },
	completed: { says: /Vous avez fini le parcours/, here: null },
	waiting: { says: /Vous êtes sur une liste d’attente/, here: /./ },
	suspended: { says: /Le temps ne compte pas pendant la pause/, here: /Bilan social/ },
	closed: { says: /Votre commune a fermé ce dossier/, here: null },
	exempt: { says: /Vous pouvez choisir/, here: null },
	voluntary: { says: /Vous n’avez pas de date limite/, here: /Bilan social/ },
};

for (const stage of stageNames)
	test(`${stage} reads as what it is`, async ({ page, signIn }) => {
		await signIn(stage, 'fr');
		await page.goto('/fr/pathway');
		await expect(main(page)).toContainText(said[stage].says);
		const standing = said[stage].here;
		if (standing) await expect(here(page)).toContainText(standing);
		else await expect(here(page)).toHaveCount(0);
		// In a pause no date runs, so none can be missed.
		const isFinable = /running|waiting/.test(await statusWord(page));
		expect(/amende/.test(await main(page).innerText())).toBe(isFinable);
		// Whoever has nothing to do for now is asked for nothing.
		if (stage === 'suspended') await expect(main(page)).not.toContainText('maintenant');
	});

/** What the lead says of the status, told apart by its words. */
const statusWord = async (page: Page): Promise<string> => {
	const lead = await page.locator('.lead').innerText();
	if (/obligatoire pour vous\. Il est gratuit/.test(lead)) return 'running';
	if (/attendez une place/.test(lead)) return 'waiting';
	return /en pause/.test(lead) ? 'suspended' : 'other';
};

test('the date is in words, an estimate that says so, and the same that the commune reads', async ({
	page,
	signIn,
	deps,
}) => {
	const { dossier } = await signIn('just_confirmed', 'ar');
	const read = await readDossier(deps, operator, { dossier });
	const deadline = read.ok ? read.value.deadline : null;
	expect(deadline).toMatchObject({ step: 'registration', source: 'estimate' });
	await page.goto('/ar/pathway');
	const time = page.locator(`main time[datetime="${deadline?.on}"]`);
	await expect(time.locator('bdi')).toHaveText(dateInWords(deadline?.on ?? '', 'ar'));
	await page.goto('/fr/pathway');
	await expect(main(page)).toContainText('C’est une estimation');
	await expect(time.locator('bdi')).toHaveText(dateInWords(deadline?.on ?? '', 'fr'));
});

test('the day that a letter prints is said to be today when it is, and not before', async ({
	page,
	deps,
}) => {
	const birthDate = '1985-07-30';
	const today = brusselsToday(deps.now());
	const open = async (printedDeadline: string) => {
		const on = addDays(today, -1);
		const dossier = await openNewcomer(deps, { birthDate });
		const confirmed = await confirmObligation(deps, operator, { dossier, on, printedDeadline });
		expect(confirmed).toMatchObject({ ok: true });
		await page.context().clearCookies();
		await openLineOf(page, signInFields({ code: await giveLetter(deps, dossier), birthDate }));
		return page.locator('.next');
	};
	const printed = await open(today);
	await expect(printed).toContainText(dateInWords(today, 'fr'));
	await expect(printed).toContainText('C’est aujourd’hui.');
	await expect(printed).toContainText('Allez dans un bureau d’accueil ou appelez-le aujourd’hui.');
	await expect(main(page)).not.toContainText('est passée');
	const tomorrow = await open(addDays(today, 1));
	await expect(tomorrow).toContainText('Cette date est sur la lettre');
	await expect(tomorrow).not.toContainText('aujourd’hui');
});

test('help comes first and fines come last, as what can happen and not as what will', async ({
	page,
	signIn,
}) => {
	await signIn('late_to_register', 'fr');
	await page.goto('/fr/pathway');
	const text = await main(page).innerText();
	const places = [
		'Vous pouvez encore agir',
		'Inscrivez-vous',
		'Pourquoi',
		'Vos papiers',
		'mise en demeure',
	].map((each) => text.indexOf(each));
	expect(places).not.toContain(-1);
	expect(places).toEqual([...places].sort((one, other) => one - other));
	expect(text).toMatch(/Une amende entre .?100.? et .?2.?500.? euros est possible/);
	expect(text).toMatch(/encore 2 mois/);
});

test('one’s own look leaves no line that somebody looked', async ({ page, signIn, deps }) => {
	const { dossier } = await signIn('voluntary', 'fr');
	const looks = async () => {
		const lines = await deps.store.transact((tx) => tx.journal.ofDossier(dossier, 1000));
		return lines.filter(({ action }) => action === 'looked').length;
	};
	const before = await looks();
	await page.goto('/fr/pathway');
	expect(await looks()).toBe(before);
	await readDossier(deps, operator, { dossier });
	expect(await looks()).toBe(before + 1);
});

for (const { who, nationalities } of [
	{ who: 'obliged', nationalities: undefined },
	{ who: 'exempt', nationalities: ['FRA'] },
])
	test(`whoever has a seat in a language course reads which and when, and not that somebody decides: ${who}`, async ({
		page,
		deps,
	}) => {
		const birthDate = '1985-07-30';
		const dossier = await openNewcomer(deps, { birthDate, ...(nationalities ? { nationalities } : {}) });
		const offered = await deps.store.transact((tx) =>
			tx.courses.offered({ at: new Date(), course: 'cours-senne-fr-a1.1' }),
		);
		const free = offered.find(
			(each) =>
				each.taken < each.session.seats &&
				each.inLine === 0 &&
				!each.session.calledOff &&
				!hasStarted(each.session, deps.now()),
		);
		const session = free?.session;
		if (!session) throw new Error('no seat in the course');
		const booked = await bookSeat(deps, operator, { dossier, session: session.id, key: randomUUID() });
		expect(booked).toMatchObject({ ok: true });
		await openLineOf(page, signInFields({ code: await giveLetter(deps, dossier), birthDate }));
		const top = main(page).locator('.seats');
		await expect(top).toContainText('Vous avez une place : Cours de français');
		await expect(top).toContainText(session.startTime);
		await expect(top.locator('a')).toHaveAttribute('href', '/fr/bookings');
		await page.goto('/ar/bookings?original=fr');
		const rhythm = main(page).locator('.session .original', { hasText: 'jusqu’au' }).first();
		await expect(rhythm).toContainText(/lundi|mardi|mercredi|jeudi|vendredi|samedi/);
		expect(await rhythm.innerText()).not.toMatch(/\p{Script=Arabic}/u);
		await page.goto('/fr/pathway');
		const stop = page.locator('.stop', { hasText: 'Cours de langue' });
		await expect(stop).toContainText('Vous avez une place : Cours de français');
		await expect(stop).toContainText('A1.1');
		await expect(stop).toContainText(dateInWords(firstDay(session), 'fr'));
		await expect(stop).not.toContainText('bureau');
	});

test('whoever is exempt reads nothing of papers for the commune, only what the stops are', async ({
	page,
	signIn,
}) => {
	await signIn('exempt', 'fr');
	await page.goto('/fr/pathway');
	const line = page.locator('.tram-line');
	await expect(line.locator('.stop')).toHaveCount(8);
	await expect(line).toContainText('Gardez-la bien');
	await expect(main(page)).not.toContainText(/attestation d’obligation|Votre commune doit/);
});

for (const stage of ['registered', 'welcomed', 'in_course', 'almost_there', 'waiting'] as const)
	test(`after registration the commune waits for both attestations, by estimates: ${stage}`, async ({
		page,
		signIn,
		deps,
	}) => {
		const { dossier } = await signIn(stage, 'fr');
		const read = await readDossier(deps, operator, { dossier });
		const on = dateInWords((read.ok && read.value.deadline?.on) || '', 'fr');
		await page.goto('/fr/pathway');
		await expect(main(page)).toContainText('l’attestation d’inscription, puis l’attestation de suivi');
		await expect(main(page)).toContainText(/pas encore donné l’attestation d’inscription/);
		const named = (await main(page).locator('p:not(.next__by), .stop__detail').allInnerTexts()).filter(
			(text) => text.includes(on),
		);
		expect(named.length).toBeGreaterThan(1);
		for (const text of named) expect(text).toContain('(estimation)');
	});

test('the next stop leads to its courses', async ({ page, signIn }) => {
	await signIn('welcomed', 'fr');
	await page.goto('/fr/pathway');
	const button = main(page).locator('.next .button');
	await expect(button).toHaveAttribute('href', '/fr/courses?kind=rights_and_duties');
	const course = page.locator('.stop', { hasText: 'Cours de langue' });
	await expect(course).toContainText('Demandez à votre bureau');
});

test('the next stop leads to one’s own office, where it is known', async ({ page, signIn }) => {
	await signIn('almost_there', 'fr');
	await page.goto('/fr/pathway');
	const button = main(page).locator('.next .button');
	await expect(button).toContainText('Votre bureau');
	await button.click();
	await expect(page.locator('.office:target')).toBeVisible();
});

for (const language of ['fr', 'ar'] as const)
	test(`printed, the line is a sheet or two that say whose it is: ${language}`, async ({ page, signIn }) => {
		await signIn('in_course', language);
		await page.goto(`/${language}/pathway`);
		const sheets = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
		const count = sheets.match(/\/Type\s*\/Page(?!s)/g)?.length;
		expect(count).toBeGreaterThan(0);
		expect(count).toBeLessThan(3);
		const name = await page.locator('.me bdi').innerText();
		await page.emulateMedia({ media: 'print' });
		const head = page.locator('.printed-head');
		await expect(head).toContainText(name);
		await expect(head).toContainText(new URL(page.url()).host);
		await expect(page.locator('.help__number')).toBeVisible();
		for (const dead of ['.row', '.button', '.screen-only', '.unchecked ul', '.help a[href*="callback"]'])
			for (const each of await page.locator(`body ${dead}`).all()) await expect(each).toBeHidden();
	});

test('the next lesson is said with the comma of its script', async ({ personAt, visitorAs }) => {
	for (const [language, comma] of [
		['fr', ','],
		['ar', '،'],
		['ps', '،'],
		['ti', '፡'],
	] as const) {
		const visitor = await visitorAs(personAt('in_course', language));
		const html = await (await visitor.ask(`/${language}/pathway`)).text();
		expect(html).toMatch(new RegExp(`\u2069${comma} \u2068\\d\\d:\\d\\d\u2069`));
	}
});

test('signed out, the line is explained, without scripts, in both directions', async ({ noScript: page }) => {
	for (const language of ['fr', 'ar'] as const) {
		await page.goto(`/${language}/pathway`);
		await expect(page.locator('.stop')).toHaveCount(9);
		await expect(page.locator(`main a[href="/${language}/check"]`)).toBeVisible();
		await expect(page.locator(`main a[href^="/${language}/sign-in"]`)).toBeVisible();
	}
	await page.goto('/fr/pathway');
	await expect(main(page)).toContainText('Vous avez 6 mois');
	await expect(main(page)).toContainText('vous avez 18 mois');
});

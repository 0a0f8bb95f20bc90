import type { Page } from '@playwright/test';

/** What a person fills in on the page of one question: fields to type in, and choices to make. */
type Filling = { type?: Record<string, string>; choose?: Record<string, string>; select?: string };

/** Everything that somebody answers who is probably obliged. Changes make other people of them. */
export const plainAnswers: Record<string, Filling> = {
	paper: { choose: { paper: 'long' } },
	registered: { type: { 'registered-day': '10', 'registered-month': '3', 'registered-year': '2026' } },
	birth: { type: { 'birth-day': '30', 'birth-month': '7', 'birth-year': '1985' } },
	stay: { type: { 'stay-year': '2025' } },
	nationality: { select: 'SYR' },
	family: { choose: { relation: 'none' } },
	relative: { choose: { dependent: 'unknown', sponsorIsMinor: 'unknown' } },
	situation: { choose: { situation: 'none' } },
};

/** The pages of the questions, in order, for somebody with a father or mother from the Union. */
export const checkStops = Object.keys(plainAnswers);

const changed: Record<string, Record<string, Filling>> = {
	probably_obliged: {},
	probably_exempt: { nationality: { select: 'FRA' } },
	probably_voluntary: { birth: { type: { 'birth-year': '1950' } } },
	cannot_tell: { nationality: { select: 'TUR' } },
};

/** The four answers, each with the changes that lead to it. */
export const checkAnswers = Object.keys(changed);

const fill = async (page: Page, { type = {}, choose = {}, select }: Filling): Promise<void> => {
	for (const [name, value] of Object.entries(type)) await page.locator(`[name="${name}"]`).fill(value);
	for (const [name, value] of Object.entries(choose))
		await page.locator(`[name="${name}"][value="${value}"]`).check();
	if (select) await page.locator('#nationality').selectOption(select);
};

/** Presses the button that goes on, and waits for the page that comes. */
export const goOn = async (page: Page): Promise<void> => {
	// The answer to the form leads on: what counts is the page that comes then.
	const arrived = page.waitForEvent('load');
	await page.locator('main form .button--main').first().click();
	await arrived;
};

/** From the start of the check, answers each question as people do, up to this one or to the result. */
const walk = async (page: Page, answers: Record<string, Filling>, until?: string): Promise<void> => {
	await goOn(page);
	for (;;) {
		const stop = new URL(page.url()).pathname.split('/').at(-1) ?? '';
		const filling = answers[stop];
		if (stop === until || !filling) return;
		await fill(page, filling);
		await goOn(page);
	}
};

/** Answers with which every question is asked. */
const answersToTheLast = { ...plainAnswers, family: { choose: { relation: 'ascendant' } } };

/** Walks from the start of the check to the page of a question. */
export const walkCheckTo =
	(stop: string) =>
	(page: Page): Promise<void> =>
		walk(page, answersToTheLast, stop);

/** Walks from the start of the check to its result, with the changes that lead to this answer, or with others. */
export const walkCheckToResult =
	(answer: string, other: Record<string, Filling> = {}) =>
	(page: Page): Promise<void> =>
		walk(page, { ...plainAnswers, ...changed[answer], ...other });

/** From the start of the check, sends the answers without looking at the pages between, and opens the page it is about. */
const comeTo = async (page: Page, last: string, answers: Record<string, Filling>): Promise<void> => {
	const { href, origin } = new URL(page.url());
	let address = `${href}?/start`;
	for (let stop = ''; stop !== last;) {
		const { type, choose, select } = answers[stop] ?? {};
		const form = { ...type, ...choose, ...(select && { nationality: select }) };
		const answer = await page.request.post(address, { form, headers: { origin, accept: 'text/html' } });
		address = answer.url();
		const next = new URL(address).pathname.split('/').at(-1) ?? '';
		if (next === stop || stop === 'result')
			throw new Error(`the check does not lead from ${stop} to ${last}`);
		stop = next;
	}
	await page.goto(address);
};

/** Opens the page of a question, and there sends it empty if asked to. */
export const comeToCheck =
	(stop: string, then?: 'sent empty') =>
	async (page: Page): Promise<void> => {
		await comeTo(page, stop, answersToTheLast);
		if (then) await goOn(page);
	};

/** Opens the result of the check that is this answer. */
export const comeToCheckResult =
	(answer: string) =>
	(page: Page): Promise<void> =>
		comeTo(page, 'result', { ...plainAnswers, ...changed[answer] });

/** Walks through the check that needs no network, where every question is on the one page. */
export const walkCheckHere =
	(answer: string) =>
	async (page: Page): Promise<void> => {
		const answers = { ...plainAnswers, ...changed[answer] };
		await page.locator('[data-start] .button--main').click();
		for (;;) {
			const question = page.locator('[data-question]:visible');
			const stop = (await question.count()) > 0 ? await question.getAttribute('data-question') : null;
			const filling = answers[stop ?? ''];
			if (!filling) return;
			await fill(page, filling);
			await question.locator('.button--main').click();
		}
	};

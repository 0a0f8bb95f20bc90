import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, Result, RunOptions } from 'axe-core';

// What is asked of a page as it is shown. Each question is put together here and answered in the page, as many as belong
// together in one go: a page is looked at in a dozen ways, and every word with a browser takes its time.

/** A piece of JavaScript that is run in a page; its value, once it is there, is what was found. */
type Question<Found> = { code: string; readonly found?: Found };

type FoundBy<Asked extends Record<string, Question<unknown>>> = {
	[Name in keyof Asked]: Asked[Name] extends Question<infer Found> ? Found : never;
};

/** A question out of a function that knows nothing but the page and its argument, if it has one: plain data. */
const question = <Found, Argument>(
	ask: (argument: Argument) => Found,
	argument?: Argument,
): Question<Awaited<Found>> => ({ code: `(${ask.toString()})(${JSON.stringify(argument)})` });

const answersTo = (asked: Record<string, Question<unknown>>): string =>
	`({ ${Object.entries(asked)
		.map(([name, { code }]) => `${JSON.stringify(name)}: await ${code}`)
		.join(', ')} })`;

/** Asks a page as it stands. */
export const ask = async <Asked extends Record<string, Question<unknown>>>(
	page: Page,
	asked: Asked,
): Promise<FoundBy<Asked>> => page.evaluate(`(async () => ${answersTo(asked)})()`);

/** What a browser lays out late, far below the screen, is laid out at once: checks look at all of a page. */
const laidOut = '* { content-visibility: visible !important; }';

/**
 * Asks a page that wears this style sheet over its own, in the place of what it wore before; a constructed one, which the
 * pages' policy does not touch.
 */
export const askWearing = async <Asked extends Record<string, Question<unknown>>>(
	page: Page,
	css: string,
	asked: Asked,
): Promise<FoundBy<Asked>> =>
	page.evaluate(`(async () => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(${JSON.stringify(laidOut + css)});
		document.adoptedStyleSheets = [sheet];
		return ${answersTo(asked)};
	})()`);

/** WCAG 1.4.12: the spacing a reader may set. */
export const textSpacing =
	'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** WCAG 1.4.4: text at twice its size. */
export const doubleText = 'html { font-size: 200% !important; }';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 A and AA, what is good practice beside them, and the size of targets. */
const axeOptions: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	rules: { 'target-size': { enabled: true } },
	resultTypes: ['violations', 'incomplete'],
	// The style sheets are asked for by one rule alone, which is an experiment and not run.
	preload: { assets: ['media'] },
};

/** A thing axe found: the rule, where, and what it says. */
export type Finding = { rule: string; target: string; why: string };

declare global {
	interface Window {
		axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
		bringAxe?(): void;
	}
}

/** What axe finds; where it was brought along, see {@link bringAxe}. */
export const axe = question(async (options) => {
	if (!window.axe) window.bringAxe?.();
	const found = await window.axe?.run(document, options);
	const findings = (results: Result[] = []) =>
		results.flatMap(({ id, nodes }) =>
			nodes.map(({ target, any, all, none }) => ({
				rule: id,
				target: target.join(' '),
				why: [...any, ...all, ...none].map(({ message }) => message).join('; '),
			})),
		);
	if (!found) throw new Error('axe is not on this page');
	return { violations: findings(found.violations), incomplete: findings(found.incomplete) };
}, axeOptions);

const axeOnDemand = `window.bringAxe = () => { ${axeSource} };`;

/**
 * Brings axe to every page that opens here from now on, to be read once it is asked for: half a megabyte is sent once, not
 * to each page. By the browser itself, because the pages' policy rightly refuses foreign scripts.
 */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ content: axeOnDemand });

/** Runs axe on the one page that is open. */
export const runAxe = async (page: Page): Promise<{ violations: Finding[]; incomplete: Finding[] }> => {
	await page.evaluate(`(() => { ${axeOnDemand} })()`);
	return (await ask(page, { axe })).axe;
};

/** How many CSS pixels the page is wider than the window, if it is. */
export const overflow = question(() => {
	const { scrollWidth, clientWidth } = document.documentElement;
	return scrollWidth > clientWidth ? [`${Math.ceil(scrollWidth - clientWidth)} px`] : [];
});

/** Elements whose text does not fit into them, or that reach out of the window. */
export const clippedTexts = question(() => {
	const clips = /hidden|clip/;
	const faults: string[] = [];
	for (const element of document.querySelectorAll<HTMLElement>('body *')) {
		const style = getComputedStyle(element);
		if (style.display === 'none' || style.visibility === 'hidden') continue;
		const wide = clips.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
		const high = clips.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
		const { left, right, width } = element.getBoundingClientRect();
		const out = width > 1 && (left < -1 || right > document.documentElement.clientWidth + 1);
		if (!(wide || high || out) || element.closest('.visually-hidden, svg')) continue;
		// Last, for it is dear: a browser puts the text of everything inside together.
		const text = element.innerText?.trim();
		if (text) faults.push(`${element.tagName.toLowerCase()}.${element.className}: ${text.slice(0, 40)}`);
	}
	return faults;
});

/** Targets smaller than they must be: 24 px, main actions 44 px (links inside a sentence are exempt, WCAG 2.5.8). */
export const smallTargets = question(() => {
	const faults: string[] = [];
	const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
	for (const element of document.querySelectorAll<HTMLElement>(all)) {
		if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden'))
			continue;
		const inSentence =
			element.tagName === 'A' &&
			getComputedStyle(element).display === 'inline' &&
			[...(element.parentElement?.childNodes ?? [])].some(
				(node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
			);
		if (inSentence) continue;
		// A choice is pressed by its label too.
		const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
		const boxes = [element, ...labels].map((each) => each.getBoundingClientRect());
		const height = Math.max(...boxes.map((box) => box.height));
		const width = Math.max(...boxes.map((box) => box.width));
		if (height <= 1 && width <= 1) continue;
		const isMain = element.matches('.button, .row, .row a, input, select, textarea');
		const least = isMain ? 44 : 24;
		if (height < least - 0.5 || width < Math.min(least, 24) - 0.5)
			faults.push(
				`${element.tagName.toLowerCase()} ${Math.round(width)}x${Math.round(height)}: ${(element.innerText || element.id).trim().slice(0, 40)}`,
			);
	}
	return faults;
});

/** Targets smaller than a finger at a counter needs, 60 px, links in a sentence too; a choice is pressed by its label. */
export const belowFingers = question(() => {
	const least = 60;
	const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
	return [...document.querySelectorAll<HTMLElement>(all)]
		.filter((each) => each.checkVisibility({ visibilityProperty: true }))
		.filter((each) => !each.closest('.visually-hidden, .skips'))
		.flatMap((each) => {
			const labels = each instanceof HTMLInputElement ? [...(each.labels ?? [])] : [];
			const own = /radio|checkbox/.test((each as HTMLInputElement).type ?? '') ? labels : [];
			const boxes = [each, ...own].map((part) => part.getBoundingClientRect());
			const width = Math.max(...boxes.map((box) => box.width));
			const height = Math.max(...boxes.map((box) => box.height));
			const name = (each.innerText || each.id || each.className).trim().slice(0, 40);
			return width < least - 0.5 || height < least - 0.5
				? [`${each.tagName.toLowerCase()} ${Math.round(width)}x${Math.round(height)}: ${name}`]
				: [];
		});
});

/** What moves by itself or on change, although the person asked for no motion. */
export const movingParts = question(() => {
	const seconds = (list: string) => Math.max(...list.split(',').map((each) => Number.parseFloat(each)));
	const moving = [...document.querySelectorAll<HTMLElement>('*')].filter((element) =>
		['', '::before', '::after'].some((part) => {
			const style = getComputedStyle(element, part || undefined);
			const animated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
			return animated || (seconds(style.transitionDuration) > 0.01 && style.transitionProperty !== 'none');
		}),
	);
	return moving.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
});

/** Buttons that lose their shape when the person's own colours replace those of the page. */
export const shapelessButtons = question(() =>
	[...document.querySelectorAll<HTMLElement>('.button, input:not([type=hidden]), select, textarea')]
		.filter((element) => element.checkVisibility())
		.filter((element) => {
			const style = getComputedStyle(element);
			const native = /radio|checkbox|file/.test((element as HTMLInputElement).type ?? '');
			return !native && Number.parseFloat(style.borderTopWidth) < 1 && style.outlineStyle === 'none';
		})
		.map((element) => (element.innerText || element.id).trim().slice(0, 40)),
);

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, Result, RunOptions } from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of WCAG 2.2 A and AA, what is good practice beside them, and the size of targets. */
const axeOptions: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	rules: { 'target-size': { enabled: true } },
	resultTypes: ['violations', 'incomplete'],
	// The style sheets are asked for by one rule alone, which is an experiment and not run.
	preload: { assets: ['media'] },
};

const namesOf = (results: Result[]) =>
	results.flatMap(({ id, nodes }) =>
		nodes.map(({ target, any, all, none }) => ({
			rule: id,
			target: target.join(' '),
			why: [...any, ...all, ...none].map(({ message }) => message).join('; '),
		})),
	);

/** A thing axe found: the rule, where, and what it says. */
export type Finding = { rule: string; target: string; why: string };

/** Runs axe on a page; its source is evaluated, because the pages' policy rightly refuses foreign script tags. */
export const runAxe = async (page: Page): Promise<{ violations: Finding[]; incomplete: Finding[] }> => {
	// Half a megabyte to read: once a page, not once a size.
	if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`(() => { ${axeSource} })()`);
	const results = (await page.evaluate(
		`axe.run(document, ${JSON.stringify(axeOptions)})`,
	)) as unknown as AxeResults;
	return { violations: namesOf(results.violations), incomplete: namesOf(results.incomplete) };
};

/** What a browser lays out late, far below the screen, is laid out at once: checks look at all of a page. */
const laidOut = '* { content-visibility: visible !important; }';

/** Replaces the style sheet the tests lay over a page; a constructed one, which the pages' policy does not touch. */
export const wear = (page: Page, css: string): Promise<void> =>
	page.evaluate((text) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		document.adoptedStyleSheets = [sheet];
	}, laidOut + css);

/** WCAG 1.4.12: the spacing a reader may set. */
export const textSpacing =
	'* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }';

/** WCAG 1.4.4: text at twice its size. */
export const doubleText = 'html { font-size: 200% !important; }';

/** How many CSS pixels the page is wider than the window. */
export const overflowOf = (page: Page): Promise<number> =>
	page.evaluate(() => Math.ceil(document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Elements whose text does not fit into them, or that reach out of the window. */
export const clippedTexts = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
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
export const smallTargets = (page: Page, main = 44): Promise<string[]> =>
	page.evaluate((mainSize) => {
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
			const least = isMain ? mainSize : 24;
			if (height < least - 0.5 || width < Math.min(least, 24) - 0.5)
				faults.push(
					`${element.tagName.toLowerCase()} ${Math.round(width)}x${Math.round(height)}: ${(element.innerText || element.id).trim().slice(0, 40)}`,
				);
		}
		return faults;
	}, main);

/** Targets smaller than a finger at a counter needs, links in a sentence too; a choice is pressed by its label. */
export const targetsBelow = (page: Page, least: number): Promise<string[]> =>
	page.evaluate((size) => {
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
				return width < size - 0.5 || height < size - 0.5
					? [`${each.tagName.toLowerCase()} ${Math.round(width)}x${Math.round(height)}: ${name}`]
					: [];
			});
	}, least);

/**
 * Walks the page with the Tab key; returns what does not show where it is: hidden under something (WCAG 2.4.11), or
 * without a ring of 2 px (2.4.13).
 */
export const lostFocus = async (page: Page, most = 80): Promise<string[]> => {
	const faults: string[] = [];
	await page.evaluate(() => {
		(document.activeElement as HTMLElement | null)?.blur();
		window.scrollTo(0, 0);
	});
	for (let step = 0; step < most; step++) {
		await page.keyboard.press('Tab');
		const seen = await page.evaluate(() => {
			const element = document.activeElement as HTMLElement | null;
			if (!element || element === document.body) return null;
			const box = element.getBoundingClientRect();
			const name = `${element.tagName.toLowerCase()} ${(element.innerText || element.id || element.getAttribute('name') || '').trim().slice(0, 40)}`;
			const points = [0.1, 0.5, 0.9].flatMap((across) =>
				[0.2, 0.5, 0.8].map((down) => [box.left + box.width * across, box.top + box.height * down] as const),
			);
			const shown = points.filter(([x, y]) => {
				const top = document.elementFromPoint(x, y);
				const label = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
				return top !== null && [element, ...label].some((each) => each.contains(top) || top.contains(each));
			});
			// A link of several lines has gaps between them; a label may carry the ring of its field.
			const rings = [element, ...(element instanceof HTMLInputElement ? (element.labels ?? []) : [])].map(
				(each) => getComputedStyle(each),
			);
			const ring = rings.some(
				({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
			);
			const outside = box.bottom < 0 || box.top > window.innerHeight;
			return { name, hidden: outside || shown.length < Math.min(3, points.length), ring };
		});
		if (!seen) break;
		if (seen.hidden) faults.push(`hidden: ${seen.name}`);
		if (!seen.ring) faults.push(`no ring: ${seen.name}`);
	}
	return [...new Set(faults)];
};

/** What moves by itself or on change, although the person asked for no motion. */
export const movingParts = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
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
export const shapelessButtons = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.button, input:not([type=hidden]), select, textarea')]
			.filter((element) => element.checkVisibility())
			.filter((element) => {
				const style = getComputedStyle(element);
				const native = /radio|checkbox|file/.test((element as HTMLInputElement).type ?? '');
				return !native && Number.parseFloat(style.borderTopWidth) < 1 && style.outlineStyle === 'none';
			})
			.map((element) => (element.innerText || element.id).trim().slice(0, 40)),
	);

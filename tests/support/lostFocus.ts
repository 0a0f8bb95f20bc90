import type { CDPSession, Page } from '@playwright/test';

type Walk = { reached: number; faults: string[]; ended: boolean };

declare global {
	interface Window {
		focusWalk?: Walk;
	}
}

const lines = new WeakMap<Page, Promise<CDPSession>>();

const lineTo = (page: Page): Promise<CDPSession> => {
	const line = lines.get(page) ?? page.context().newCDPSession(page);
	lines.set(page, line);
	return line;
};

/** Presses Tab as often as said, each press told to the browser without waiting for what it says to the one before. */
const pressTab = async (page: Page, times: number): Promise<void> => {
	const line = await lineTo(page);
	const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
	const presses = Array.from({ length: times }, () => [
		line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }),
		line.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
	]);
	await Promise.all(presses.flat());
};

/** Looks, each time a Tab is let go, at what the keyboard is on then. */
const beginWalk = (): void => {
	const walk: Walk = { reached: 0, faults: [], ended: false };
	window.focusWalk = walk;
	(document.activeElement as HTMLElement | null)?.blur();
	window.scrollTo(0, 0);
	const look = () => {
		const element = document.activeElement as HTMLElement | null;
		// Before the first thing, a walk may pass the end of the page: in a dialog it begins where the focus was.
		const isNowhere = !element || element === document.body;
		walk.ended ||= isNowhere && walk.reached > 0;
		if (isNowhere || walk.ended) return;
		walk.reached++;
		const box = element.getBoundingClientRect();
		const points = [0.1, 0.5, 0.9].flatMap((across) =>
			[0.2, 0.5, 0.8].map((down) => [box.left + box.width * across, box.top + box.height * down] as const),
		);
		const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
		const shown = points.filter(([x, y]) => {
			const top = document.elementFromPoint(x, y);
			return top !== null && [element, ...labels].some((each) => each.contains(top) || top.contains(each));
		});
		// A link of several lines has gaps between them; a label may carry the ring of its field.
		const ring = [element, ...labels]
			.map((each) => getComputedStyle(each))
			.some(
				({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
			);
		const outside = box.bottom < 0 || box.top > window.innerHeight;
		const name = () =>
			`${element.tagName.toLowerCase()} ${(element.innerText || element.id || element.getAttribute('name') || '').trim().slice(0, 40)}`;
		if (outside || shown.length < 3) walk.faults.push(`hidden: ${name()}`);
		if (!ring) walk.faults.push(`no ring: ${name()}`);
	};
	window.addEventListener('keyup', look, true);
};

/**
 * Walks the page with the Tab key; returns what does not show where it is: hidden under something (WCAG 2.4.11), or
 * without a ring of 2 px (2.4.13).
 */
export const lostFocus = async (page: Page, most = 80): Promise<string[]> => {
	await page.evaluate(beginWalk);
	for (let pressed = 0; pressed < most; pressed += 20) {
		await pressTab(page, 20);
		if (await page.evaluate(() => window.focusWalk?.ended)) break;
	}
	const { reached = 0, faults = [] } = (await page.evaluate(() => window.focusWalk)) ?? {};
	return reached === 0 ? ['the keyboard reaches nothing'] : [...new Set(faults)];
};

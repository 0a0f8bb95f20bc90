import type { Page } from '@playwright/test';
import { htmlFaults, missingFrom, readDocument } from '../support/documentChecks.ts';
import { explained } from '../support/explained.ts';
import {
	clippedTexts,
	doubleText,
	lostFocus,
	movingParts,
	overflowOf,
	runAxe,
	shapelessButtons,
	smallTargets,
	targetsBelow,
	textSpacing,
	wear,
} from '../support/pageChecks.ts';
import { testOnKeptPage as test } from '../support/keptPage.ts';
import { routes } from '../support/routes.ts';
import { expect } from '../support/test.ts';
import { visits } from '../support/visits.ts';

/** The sizes in which every page is looked at. */
const sizes = {
	phone: { width: 360, height: 740 },
	tablet: { width: 768, height: 1024 },
	desktop: { width: 1280, height: 800 },
	kiosk: { width: 1080, height: 1920 },
};

/** What axe finds and what it leaves open without a reason of ours. */
const axeFaults = async (page: Page): Promise<string[]> => {
	const { violations, incomplete } = await runAxe(page);
	const open = incomplete.filter(
		({ rule, target, why }) =>
			!explained.some((each) => each.rule === rule && each.target.test(target) && each.why.test(why)),
	);
	return [
		...violations.map(({ rule, target, why }) => `${rule} at ${target}: ${why}`),
		...open.map(({ rule, target, why }) => `cannot tell ${rule} at ${target}: ${why}`),
	];
};

test('every page of the file tree is visited', () => {
	const visited = new Set(visits.map(({ route }) => route));
	expect(routes.filter(({ page, id }) => page && !visited.has(id)).map(({ id }) => id)).toEqual([]);
});

for (const visit of visits)
	for (const language of ['fr', 'ar'] as const)
		test(`${visit.route}, ${visit.state}, ${language}`, async ({ open }) => {
			const { page, html } = await open(visit, language);
			const faults: Record<string, string[]> = {};
			const note = (check: string, found: string[]) => {
				if (found.length > 0) faults[check] = found;
			};
			const noteOverflow = async (check: string) => {
				const overflow = await overflowOf(page);
				note(`${check}: overflow`, overflow > 0 ? [`${overflow} px`] : []);
			};

			note('html', await htmlFaults(html()));
			note('lacks', missingFrom(readDocument(html()), language));

			const showAt = async (name: keyof typeof sizes) => {
				await page.setViewportSize(sizes[name]);
				if (name !== 'tablet') note(`${name}: axe`, await axeFaults(page));
				note(`${name}: small targets`, await smallTargets(page));
				if (visit.path.startsWith('/kiosk')) note(`${name}: below 60 px`, await targetsBelow(page, 60));
				await noteOverflow(name);
			};

			// Each size once, with all that belongs to it: a browser lays the page out anew at each change.
			await wear(page, '');
			await showAt('kiosk');
			await showAt('tablet');

			await showAt('desktop');
			await wear(page, doubleText);
			note('text of twice the size: clipped', await clippedTexts(page));
			await noteOverflow('text of twice the size');
			await wear(page, '');
			await page.emulateMedia({ forcedColors: 'active' });
			note('forced colours: shapeless', await shapelessButtons(page));
			await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
			note('reduced motion: moves', await movingParts(page));

			await showAt('phone');
			note('phone: focus', await lostFocus(page));
			await wear(page, textSpacing);
			note('wide spacing: clipped', await clippedTexts(page));
			await noteOverflow('wide spacing');
			await wear(page, doubleText);
			await noteOverflow('text of twice the size on a phone');
			await wear(page, '');

			await page.setViewportSize({ width: 320, height: 640 });
			note('320 px: clipped', await clippedTexts(page));
			await noteOverflow('320 px');

			expect(faults).toEqual({});
		});

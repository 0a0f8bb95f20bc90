import { htmlFaults, missingFrom, readDocument } from '../support/documentChecks.ts';
import { explained } from '../support/explained.ts';
import { lostFocus } from '../support/lostFocus.ts';
import {
	ask,
	askWearing,
	axe,
	belowFingers,
	clippedTexts,
	doubleText,
	movingParts,
	overflow,
	shapelessButtons,
	smallTargets,
	textSpacing,
} from '../support/pageChecks.ts';
import type { Finding } from '../support/pageChecks.ts';
import { firstSize } from '../support/keptPage.ts';
import { routes } from '../support/routes.ts';
import { expect, testOnKeptPage as test } from '../support/test.ts';
import { visits } from '../support/visits.ts';

/** The sizes in which every page is looked at. */
const sizes = {
	phone: { width: 360, height: 740 },
	tablet: { width: 768, height: 1024 },
	desktop: firstSize,
	kiosk: { width: 1080, height: 1920 },
};

/** What axe found, and what it left open without a reason of ours. */
const axeFaults = ({
	violations,
	incomplete,
}: {
	violations: Finding[];
	incomplete: Finding[];
}): string[] => {
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
			const noteAll = (where: string, found: Record<string, string[]>) => {
				for (const [check, faults] of Object.entries(found)) note(`${where}: ${check}`, faults);
			};

			note('html', await htmlFaults(html()));
			note('lacks', missingFrom(readDocument(html()), language));

			const isAtKiosk = visit.path.startsWith('/kiosk');
			const fitting = { overflow, smallTargets, belowFingers };
			const showAt = async (name: keyof typeof sizes) => {
				if (sizes[name] !== firstSize) await page.setViewportSize(sizes[name]);
				if (name !== 'tablet') note(`${name}: axe`, axeFaults((await askWearing(page, '', { axe })).axe));
				const { belowFingers: small, ...found } = await askWearing(page, '', fitting);
				noteAll(name, found);
				if (isAtKiosk) note(`${name}: below 60 px`, small);
			};

			// Each size once, with all that belongs to it: a browser lays the page out anew at each change.
			await showAt('desktop');
			noteAll('text of twice the size', await askWearing(page, doubleText, { clippedTexts, overflow }));
			await page.emulateMedia({ forcedColors: 'active' });
			noteAll('forced colours', await askWearing(page, '', { shapelessButtons }));
			await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
			noteAll('reduced motion', await ask(page, { movingParts }));

			await showAt('kiosk');
			await showAt('tablet');

			await showAt('phone');
			note('phone: focus', await lostFocus(page));
			noteAll('wide spacing', await askWearing(page, textSpacing, { clippedTexts, overflow }));
			noteAll('text of twice the size on a phone', await askWearing(page, doubleText, { overflow }));

			await page.setViewportSize({ width: 320, height: 640 });
			noteAll('320 px', await askWearing(page, '', { clippedTexts, overflow }));

			expect(faults).toEqual({});
		});

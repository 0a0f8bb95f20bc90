import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import type { Deps } from '#lib/services/ports.ts';
import { launchOptions, settleBrowser } from '../../scripts/browser.ts';
import { startHalte } from './startHalte.ts';

/** What a benchmark of pages measures: a Halte with its demonstration, and a browser. */
export type BenchWorld = { browser: Browser; origin: string; deps: Deps };

/** Starts both for the work, and ends them after it. */
export const inBenchWorld = async (work: (world: BenchWorld) => Promise<void>): Promise<void> => {
	const halte = await startHalte({ settings: { HALTE_DEMO: '1' } });
	const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
	const browser = await chromium.launch(launchOptions(await settleBrowser()));
	try {
		await work({ browser, origin: halte.origin, deps: createDeps(opened.pool, opened.keys) });
	} finally {
		await browser.close();
		await opened.close();
		await halte.stop();
	}
};

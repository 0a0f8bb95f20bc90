import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.ts';
import type { Browser } from './scripts/browser.ts';
import { flagsOfTests } from './tests/support/browserFlags.ts';

// Set by the global setup before the workers start; absent while the tests are only being listed.
const browser = JSON.parse(process.env['HALTE_BROWSER'] ?? '{}') as Browser;

export default defineConfig({
	globalSetup: './tests/support/globalSetup.ts',
	outputDir: 'test-results/browser',
	fullyParallel: true,
	// On two cores: many a test waits for a page, a clock or a disk.
	workers: 3,
	retries: 0,
	// Generous: a slow machine is no fault of a page.
	timeout: 180_000,
	expect: { timeout: 20_000 },
	reporter: process.env['HALTE_TEST_REPORT']
		? [['json', { outputFile: process.env['HALTE_TEST_REPORT'] }]]
		: [['list']],
	use: {
		baseURL: process.env['HALTE_TEST_ORIGIN'],
		locale: 'fr-BE',
		timezoneId: 'Europe/Brussels',
		launchOptions: launchOptions(browser, ...flagsOfTests),
	},
	projects: [
		// Plain HTTP, no browser is opened: one worker keeps the Halte of the tests busy, while the others look at pages.
		{ name: 'http', testDir: 'tests/http', workers: 1 },
		{ name: 'browser', testDir: 'tests/browser' },
	],
});

import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/browser.ts';
import type { Browser } from './scripts/browser.ts';

// Set by the global setup before the workers start; absent while the tests are only being listed.
const browser = JSON.parse(process.env['HALTE_BROWSER'] ?? '{}') as Browser;

export default defineConfig({
	globalSetup: './tests/support/globalSetup.ts',
	outputDir: 'test-results/browser',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// Generous: a slow machine is no fault of a page.
	timeout: 180_000,
	expect: { timeout: 20_000 },
	reporter: process.env['HALTE_TEST_REPORT']
		? [['json', { outputFile: process.env['HALTE_TEST_REPORT'] }]]
		: [['list']],
	use: {
		baseURL: process.env['HALTE_TEST_ORIGIN'],
		screenshot: 'only-on-failure',
		locale: 'fr-BE',
		timezoneId: 'Europe/Brussels',
		launchOptions: launchOptions(browser),
	},
	projects: [
		// Plain HTTP: no browser is opened.
		{ name: 'http', testDir: 'tests/http' },
		{ name: 'browser', testDir: 'tests/browser' },
	],
});

import { settleBrowser } from '../../scripts/browser.ts';
import { startHalte } from './startHalte.ts';

/** Before the first browser test: a browser, and one Halte with fresh data that all of them share. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	await settleBrowser();
	const halte = await startHalte({ settings: { HALTE_DEMO: '1' } });
	process.env['HALTE_TEST_ORIGIN'] = halte.origin;
	process.env['HALTE_TEST_DATA'] = halte.dataDir;
	return () => halte.stop();
}

import webpush from 'web-push';
import { findProfileBrowser, settleBrowser } from '../../scripts/browser.ts';
import { startHalte } from './startHalte.ts';

/** Before the first browser test: a browser, and one Halte with fresh data that all of them share. */
export default async function globalSetup(): Promise<() => Promise<void>> {
	await settleBrowser();
	process.env['HALTE_PROFILE_BROWSER'] ??= JSON.stringify(await findProfileBrowser());
	const { publicKey, privateKey } = webpush.generateVAPIDKeys();
	const halte = await startHalte({
		settings: {
			HALTE_DEMO: '1',
			// A line for each request would be written and read for nothing.
			HALTE_LOG: 'warn',
			// Every channel is set, so that its questions are on the pages; nobody listens there.
			...{ SMS_URL: 'http://127.0.0.1:9/send', SMTP_URL: 'smtp://127.0.0.1:9' },
			...{ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey },
			VAPID_SUBJECT: 'mailto:team@halte.example',
		},
	});
	process.env['HALTE_TEST_ORIGIN'] = halte.origin;
	process.env['HALTE_TEST_DATA'] = halte.dataDir;
	return async () => {
		// A Halte that fell over is a finding of its own, not forty refused connections.
		const fell = halte.runs() ? null : halte.printed();
		await halte.stop();
		if (fell !== null) throw new Error(`Halte ended while it was being tested:\n${fell.slice(-4000)}`);
	};
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { visitOnce } from '../support/offline.ts';
import { expect, origin, test } from '../support/test.ts';

/** Does what leads to a page, and returns how that page came. */
const wayOf = async (page: Page, lead: () => Promise<unknown>): Promise<string | undefined> => {
	const came = page.waitForResponse((response) => response.url().includes('/fr/pathway'));
	await lead();
	return (await came).headers()['content-encoding'];
};

test('what another site asks for somebody who is signed in is not compressed, through the worker either', async ({
	page,
	signIn,
}) => {
	const address = `${origin()}/fr/pathway?guess`;
	const elsewhere = createServer((_, answer) =>
		answer.setHeader('content-type', 'text/html').end(`<a href="${address}">Go</a>`),
	).listen(0, '127.0.0.1');
	await new Promise((resolve) => elsewhere.once('listening', resolve));
	try {
		const { name } = await signIn('in_course', 'fr');
		for (const worker of ['without', 'with']) {
			if (worker === 'with') await visitOnce(page, 'fr');
			expect(await wayOf(page, () => page.goto(`${origin()}/fr/pathway`)), worker).toMatch(/^(br|gzip)$/);
			// Another host, so another site.
			await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`);
			expect(await wayOf(page, () => page.getByRole('link').click()), worker).toBeUndefined();
			await expect(page.locator('.me')).toContainText(name);
			expect(await wayOf(page, () => page.reload()), `${worker}, reloaded`).toBeUndefined();
		}
	} finally {
		elsewhere.close();
		elsewhere.closeAllConnections();
	}
});

import type { Page, Response } from '@playwright/test';

/** Goes from the page that is open to another, as a link of it does; at the kiosk a typed address ends the visit. */
export const byHand = async (page: Page, address: string): Promise<Response> => {
	const arrived = page.waitForEvent('load');
	const answered = page.waitForResponse((response) => {
		const request = response.request();
		const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
		return isPage && (response.status() < 300 || response.status() >= 400);
	});
	await page.evaluate((to) => location.assign(to), address);
	await arrived;
	return answered;
};

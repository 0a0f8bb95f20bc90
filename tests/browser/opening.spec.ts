import { expect, test } from '../support/test.ts';

test('the first page opens, with and without scripts', async ({ page, noScript, deps }) => {
	for (const each of [page, noScript]) {
		const response = await each.goto('/');
		expect(response?.status()).toBe(200);
		await expect(each.getByRole('heading', { level: 1 })).toHaveCount(1);
	}
	expect(await deps.store.transact((tx) => tx.dossiers.find('none'))).toBeNull();
});

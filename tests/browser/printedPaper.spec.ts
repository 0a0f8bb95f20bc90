import { expect, test } from '../support/test.ts';
import { visits } from '../support/visits.ts';

const papers = visits.filter(
	({ route, status }) => route === '/[lang=lang]/attestations/[attestation]' && !status,
);

test('there are papers to print, at the counter too, and one that does not count any more', () => {
	expect(papers.length).toBeGreaterThan(2);
});

for (const visit of papers)
	for (const language of ['fr', 'ar', 'ti', 'fa'] as const)
		test(`a printed page is one sheet, with nothing on it but the paper: ${visit.state}, ${language}`, async ({
			open,
		}) => {
			const { page } = await open(visit, language);
			const margin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };
			const sheets = (await page.pdf({ format: 'A4', margin })).toString('latin1');
			expect(sheets.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
			await page.emulateMedia({ media: 'print' });
			await expect(page.locator('.paper__qr')).toBeVisible();
			for (const other of ['.printed-head', '#help', '.footer'])
				await expect(page.locator(other)).toBeHidden();
		});

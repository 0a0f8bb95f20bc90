import { expect } from 'vitest';
import type { Language } from '#lib/domain/languages.ts';
import { sheetOf } from './pdf.ts';

/** Who issues the papers of these tests. */
export const setting = { operator: 'Cocom / GGC', demonstration: true, origin: 'https://halte.example' };
/** A4 in points, without what no printer reaches. */
const printed = { left: 28, right: 595 - 28, bottom: 20, top: 842 - 28 };

/** The line between the two languages, and how far down the sheet it goes at the least. */
const line = { at: 20 * (72 / 25.4) + (172 / 2) * (72 / 25.4), until: 400 };

/** Expects one page, with nothing outside of what a printer reaches, nothing too small, and no text across the line. */
export const expectOneSheet = async (pdf: Uint8Array, of: string, isBilingual: boolean) => {
	const { pages, texts } = await sheetOf(pdf);
	expect(pages, of).toBe(1);
	expect(texts.length, of).toBeGreaterThan(15);
	for (const { text, left, right, bottom, top, size } of texts) {
		expect(left, `${of}: ${text}`).toBeGreaterThan(printed.left);
		expect(right, `${of}: ${text}`).toBeLessThan(printed.right);
		expect(bottom, `${of}: ${text}`).toBeGreaterThan(printed.bottom);
		expect(top, `${of}: ${text}`).toBeLessThan(printed.top);
		if (isBilingual && bottom > line.until)
			expect(left < line.at && right > line.at, `${of} crosses the line: ${text}`).toBe(false);
		// The smallest are the notes at the foot; what the paper says is at least nine points.
		expect(size, `${of}: ${text}`).toBeGreaterThan(6.5);
	}
};

/** Whether a paper in this language stands beside its official one. */
export const isTwo = (language: Language) => language !== 'fr' && language !== 'nl';

import readCode from 'jsqr';
import { expect, test } from 'vitest';
import { qrCodePath } from '#lib/server/documents/qrCode.ts';

const scale = 4;

/** Paints the strokes of the path as a screen would: dark on white, a few pixels a module. */
const paint = ({ side, path }: ReturnType<typeof qrCodePath>): Uint8ClampedArray => {
	const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
	for (const [, x, y, width, back] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)) {
		expect(back).toBe(width);
		for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
			const from = (row * side * scale + Number(x) * scale) * 4;
			const end = from + Number(width) * scale * 4;
			for (let at = from; at < end; at += 4) pixels.fill(0, at, at + 3);
		}
	}
	return pixels;
};

test('the code on the page is read back as the text it was made of, by a reader of codes', () => {
	const text = `HLT1:${'6BFOXN%TSMAHN-H3ZSUZK+.V0ET9%6-AH'.repeat(20)}`;
	const code = qrCodePath(text);
	// Nothing stands in the path but strokes.
	expect(code.path.replace(/M\d+ \d+h\d+v1h-\d+z/g, '')).toBe('');
	const size = code.side * scale;
	expect(readCode(paint(code), size, size)?.data).toBe(text);
});

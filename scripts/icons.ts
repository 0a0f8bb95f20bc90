// Draws the icons of the installed app from the mark, in sixteen shades so that they weigh little: `node scripts/icons.ts`,
// by hand, when the mark changes. The files lie in static/icons.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../static/icons');
const paper = [0xfb, 0xfa, 0xf6];
const line = [0x00, 0x69, 0x4b];

/** How far a point is outside of the mark (negative inside), the mark being 2 wide around the origin. */
const outside = (x: number, y: number): number => {
	const fromStop = (at: number) => Math.hypot(x - at, y);
	const track = Math.max(Math.abs(y) - 0.11, Math.abs(x) - 0.8);
	const stops = Math.min(fromStop(-0.78), fromStop(0.78)) - 0.22;
	const ring = Math.max(Math.min(track, stops), 0.3 - fromStop(0));
	return Math.min(ring, Math.abs(fromStop(0) - 0.36) - 0.11);
};

/** A part of a PNG file (W3C PNG, 5.3): its length, its name, what it holds and a sum over it. */
const chunk = (name: string, data: Buffer): Buffer => {
	const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
};

const shade = (step: number): number[] =>
	paper.map((from, part) => Math.round(from + (((line[part] ?? 0) - from) * step) / 15));

/** The mark on a square of paper: `reach` is how much of the width it takes. */
const draw = (size: number, reach: number): Buffer => {
	const scale = (size * reach) / 2;
	const at = (pixel: number) => (pixel + 0.5 - size / 2) / scale;
	const step = (x: number, y: number) =>
		Math.round(15 * Math.min(1, Math.max(0, 0.5 - outside(at(x), at(y)) * scale)));
	const rows = Array.from({ length: size }, (_, y) =>
		// Each row begins with its filter (none); each byte holds two pixels.
		[0, ...Array.from({ length: size / 2 }, (_, pair) => step(2 * pair, y) * 16 + step(2 * pair + 1, y))],
	);
	const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0]);
	header.writeUInt32BE(size, 0);
	header.writeUInt32BE(size, 4);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(Array.from({ length: 16 }, (_, each) => shade(each)).flat())),
		chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
};

mkdirSync(folder, { recursive: true });
for (const size of [180, 192, 512]) writeFileSync(join(folder, `halte-${size}.png`), draw(size, 0.8));
// A device may cut away everything outside of a circle of 80 % (W3C Web Application Manifest, maskable icons).
writeFileSync(join(folder, 'halte-maskable-512.png'), draw(512, 0.6));

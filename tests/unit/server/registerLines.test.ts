import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { batchLimits, registerLines } from '#lib/server/registerFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'halte-lines-'));
const file = join(folder, 'file');
afterAll(() => rmSync(folder, { recursive: true }));

const linesOf = async (content: string | Uint8Array, limits = batchLimits) => {
	writeFileSync(file, content);
	const batches: [number, string][][] = [];
	for await (const batch of registerLines(file, limits)) {
		batches.push(batch.map(({ number, bytes }) => [number, Buffer.from(bytes).toString('latin1')]));
	}
	return batches;
};

describe('the lines of a register file', () => {
	it('end with LF or CRLF or with the file, and are numbered from 1', async () =>
		expect(await linesOf('a\nb\r\nc')).toEqual([
			[
				[1, 'a'],
				[2, 'b'],
				[3, 'c'],
			],
		]));

	it('of nothing but spaces are passed over, and still numbered', async () =>
		expect(await linesOf('\n \t\r\na\n\n\nb\n\n')).toEqual([
			[
				[3, 'a'],
				[6, 'b'],
			],
		]));

	it('may be none', async () => {
		expect(await linesOf('')).toEqual([]);
		expect(await linesOf('\n\n')).toEqual([]);
	});

	it('come in batches bounded by number and by size', async () => {
		expect(await linesOf('a\nb\nc\n', { ...batchLimits, lines: 2 })).toEqual([
			[
				[1, 'a'],
				[2, 'b'],
			],
			[[3, 'c']],
		]);
		expect(await linesOf('aaaa\nb\nc\n', { ...batchLimits, bytes: 4 })).toHaveLength(2);
	});

	it('are cut where they would fill the memory', async () =>
		expect(await linesOf(`${'x'.repeat(900_000)}\ny`, { ...batchLimits, longestLine: 10 })).toEqual([
			[
				[1, 'x'.repeat(10)],
				[2, 'y'],
			],
		]));

	it('are found wherever the reading of the file happens to pause', async () => {
		const long = fc.array(fc.stringMatching(/^[a-z]{1,200}$/), { minLength: 2_000, maxLength: 5_000 });
		await fc.assert(
			fc.asyncProperty(long, fc.constantFrom('\n', '\r\n'), async (lines, end) => {
				const read = (await linesOf(lines.join(end))).flat();
				expect(read).toEqual(lines.map((line, index) => [index + 1, line]));
			}),
			{ numRuns: 10 },
		);
	});

	it('keep bytes that are no text', async () => {
		const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 10);
		expect((await linesOf(bytes)).flat()[0]?.[1]).toBe(Buffer.from(bytes).toString('latin1'));
	});
});

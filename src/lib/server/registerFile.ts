import { createReadStream } from 'node:fs';
import type { RegisterLine } from '#lib/services/registerLine.ts';

/** How much is read, and taken in, at once. A line longer than `longestLine` bytes is cut there: it is no event. */
export const batchLimits = { lines: 2_000, bytes: 4 << 20, longestLine: 16 << 20 };

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Takes the path of a file and yields its lines in batches, with their numbers from 1, without their ends (LF or CRLF).
 * Lines of nothing but spaces are passed over. Holds one batch at a time; throws what the file system says.
 */
export async function* registerLines(path: string, limits = batchLimits): AsyncGenerator<RegisterLine[]> {
	let batch: RegisterLine[] = [];
	let size = 0;
	for await (const line of linesOf(createReadStream(path, { highWaterMark: 1 << 18 }), limits.longestLine)) {
		if (isBlank(line.bytes)) continue;
		batch.push(line);
		size += line.bytes.length;
		if (batch.length >= limits.lines || size >= limits.bytes) {
			yield batch;
			batch = [];
			size = 0;
		}
	}
	if (batch.length > 0) yield batch;
}

async function* linesOf(chunks: AsyncIterable<Buffer>, longest: number): AsyncGenerator<RegisterLine> {
	let pieces: Buffer[] = [];
	let length = 0;
	let number = 0;
	const keep = (piece: Buffer) => {
		const room = longest - length;
		if (room > 0 && piece.length > 0) pieces.push(piece.length > room ? piece.subarray(0, room) : piece);
		length += piece.length;
	};
	const take = (): RegisterLine => {
		const whole = pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
		pieces = [];
		length = 0;
		number += 1;
		return { number, bytes: whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole };
	};
	for await (const chunk of chunks) {
		let start = 0;
		for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
			keep(chunk.subarray(start, end));
			yield take();
			start = end + 1;
		}
		keep(chunk.subarray(start));
	}
	if (length > 0) yield take();
}

function isBlank(bytes: Uint8Array): boolean {
	for (const byte of bytes) if (byte !== 32 && byte !== 9 && byte !== carriageReturn) return false;
	return true;
}

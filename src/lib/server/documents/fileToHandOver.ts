import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** A file that is whole beside its place and not there yet: `handOver` puts it there, `takeBack` removes it. */
export type FileToHandOver = { write(bytes: Uint8Array): void; handOver(): void; takeBack(): void };

/** The place where a file should go cannot be written to. */
export class NotWritable extends Error {
	override name = 'NotWritable';
}

/** Takes the path of a file and prepares it, readable by its owner only. `write` throws NotWritable where it cannot be. */
export const fileToHandOver = (path: string): FileToHandOver => {
	let there = false;
	const beside = `${path}.${randomUUID().slice(0, 8)}.part`;
	return {
		write(bytes) {
			try {
				if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error('a folder');
				writeFileSync(beside, bytes, { mode: 0o600, flag: 'wx' });
				there = true;
			} catch {
				throw new NotWritable(path);
			}
		},
		handOver: () => renameSync(beside, path),
		takeBack() {
			if (there) rmSync(beside, { force: true });
		},
	};
};

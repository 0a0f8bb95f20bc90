/** One line of the journal as it is chained: everything it says, and its number. */
export type ChainedLine = {
	seq: number;
	at: Date;
	actorKind: string;
	actorId: string | null;
	channel: string;
	action: string;
	dossier: string | null;
	codes: Record<string, unknown>;
};

/** Takes bytes and returns their SHA-256; handed in, because the domain does no hashing of its own. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** What the first link follows. */
export const beforeTheFirst: Uint8Array = new Uint8Array(32);

const utf8 = new TextEncoder();

/** Takes the hash of the link before and a line, and returns the hash of the line's link. */
export function linkHash(digest: Digest, previous: Uint8Array, line: ChainedLine): Uint8Array {
	const text = utf8.encode(canonicalLine(line));
	const bytes = new Uint8Array(previous.length + text.length);
	bytes.set(previous);
	bytes.set(text, previous.length);
	return digest(bytes);
}

/**
 * Takes a line and returns the one text that stands for it: values in a fixed order, keys of `codes` sorted, because
 * the database keeps JSON without the order it was written in.
 */
export function canonicalLine(line: ChainedLine): string {
	return JSON.stringify([
		line.seq,
		line.at.toISOString(),
		line.actorKind,
		line.actorId,
		line.channel,
		line.action,
		line.dossier,
		sorted(line.codes),
	]);
}

/** Takes two hashes and says whether they are the same. */
export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

function sorted(value: unknown): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map(sorted);
	return Object.fromEntries(
		Object.entries(value)
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.map(([key, inner]) => [key, sorted(inner)]),
	);
}

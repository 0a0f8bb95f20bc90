/** A source of numbers from 0 to below 1: the same seed gives the same numbers, so a demonstration can be repeated. */
export type Random = () => number;

/** Takes a seed and returns its numbers (mulberry32). For invented people only, never for a secret. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Takes two whole numbers and returns one between them, both included. */
export function between(random: Random, lowest: number, highest: number): number {
	return lowest + Math.floor(random() * (highest - lowest + 1));
}

/** Takes a list that is not empty and returns one of its items. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
	return items[Math.floor(random() * items.length)] as Item;
}

/** Takes a part from 0 to 1 and says yes so often. */
export function chance(random: Random, part: number): boolean {
	return random() < part;
}

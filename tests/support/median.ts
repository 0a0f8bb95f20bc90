/** Takes figures and returns the one in the middle; of none, nothing that is a number. */
export const median = (figures: readonly number[]): number =>
	figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? NaN;

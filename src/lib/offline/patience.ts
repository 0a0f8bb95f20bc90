/**
 * How long the network may be silent, in milliseconds. On a bad line of the second generation a page begins to come after
 * four trips of 0.8 s: so long a page has, where there is a copy to show instead. Without one there is only the page that
 * says so: it waits until nobody believes any more that something comes.
 */
export const patience = { withCopy: 4000, without: 20_000 };

/** Waits for an answer to begin; fails when it fails, or when nothing came in time. It may still come, and nobody reads it. */
export const within = async <Answer>(most: number, answer: Promise<Answer>): Promise<Answer> => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const silence = new Promise<never>((_, fail) => {
		timer = setTimeout(() => fail(new Error('Nothing came in time.')), most);
	});
	try {
		return await Promise.race([answer, silence]);
	} finally {
		clearTimeout(timer);
	}
};

const slice = 50;

/**
 * Takes batches and what to do with each of their items, and yields the finished batches, always one ahead: the next is
 * worked on, in slices, while the database is busy with the one before. Never holds more than two.
 */
export async function* readAhead<From, To>(
	batches: AsyncIterable<readonly From[]> | Iterable<readonly From[]>,
	finish: (item: From) => To,
): AsyncGenerator<To[]> {
	const source =
		Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]();
	const take = async (): Promise<To[] | null> => {
		const { value, done } = await source.next();
		if (done) return null;
		const finished: To[] = [];
		for (let start = 0; start < value.length; start += slice) {
			finished.push(...value.slice(start, start + slice).map(finish));
			await new Promise((resolve) => setImmediate(resolve));
		}
		return finished;
	};
	const quietly = (batch: Promise<To[] | null>) => {
		batch.catch(() => {}); // heard of when it is awaited below
		return batch;
	};
	try {
		let next = quietly(take());
		for (let batch = await next; batch !== null; batch = await next) {
			next = quietly(take());
			yield batch;
		}
	} finally {
		await source.return?.();
	}
}

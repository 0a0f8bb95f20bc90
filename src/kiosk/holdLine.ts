const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Holds a line to the server as long as this page is open: when it breaks, the server knows that the page is gone. */
export const holdLine = async (address: string): Promise<void> => {
	for (;;) {
		try {
			const answer = await fetch(address, { cache: 'no-store' });
			if (answer.status !== 200 || !answer.body) return;
			const words = answer.body.getReader();
			while (!(await words.read()).done);
		} catch {
			// The line broke and the page did not: once more.
		}
		await pause(1000);
	}
};

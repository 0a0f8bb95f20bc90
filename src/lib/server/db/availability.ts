/**
 * SQLSTATE classes and network codes that mean "the database is away, closed or full", not "the question was wrong": 25006
 * is one that only reads (a stand-by), 55000 one that lets nobody in (upkeep), 28 and 3D one whose doors were changed.
 */
const away =
	/^(08|28|3D|53|57|58)|^(25006|55000|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN)$/;

/** Whether an error says that the database cannot be reached or written to at the moment. */
export const isDatabaseAway = (error: unknown): boolean => {
	for (let seen: unknown = error; seen instanceof Error; seen = seen.cause) {
		const { code } = seen as { code?: string };
		if (typeof code === 'string' && away.test(code)) return true;
		if (
			/^Connection terminated|^Query read timeout|timeout exceeded when trying to connect|Client has encountered/.test(
				seen.message,
			)
		)
			return true;
		if (seen instanceof AggregateError && seen.errors.some(isDatabaseAway)) return true;
	}
	return false;
};

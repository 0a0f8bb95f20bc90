/** SQLSTATE classes and network codes that mean "the database is away or full", not "the question was wrong". */
const away = /^(08|53|57|58)|^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|EAI_AGAIN)$/;

/** Whether an error says that the database cannot be reached or written to at the moment. */
export const isDatabaseAway = (error: unknown): boolean => {
	for (let seen: unknown = error; seen instanceof Error; seen = seen.cause) {
		const { code } = seen as { code?: string };
		if (typeof code === 'string' && away.test(code)) return true;
		if (
			/^Connection terminated|timeout exceeded when trying to connect|Client has encountered/.test(
				seen.message,
			)
		)
			return true;
		if (seen instanceof AggregateError && seen.errors.some(isDatabaseAway)) return true;
	}
	return false;
};

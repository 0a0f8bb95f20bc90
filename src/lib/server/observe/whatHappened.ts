/** Takes an error and returns the deepest of its causes: those around it repeat a whole query with its values. */
export const deepestCause = (error: unknown): unknown => {
	// Several addresses of one name were tried, and none answered: the first failure stands for all.
	if (error instanceof AggregateError && error.errors.length > 0) return deepestCause(error.errors[0]);
	return error instanceof Error && error.cause ? deepestCause(error.cause) : error;
};

/** Takes an error that nobody expected and returns what its deepest cause said, on one line. */
export const whatHappened = (error: unknown): string => {
	const cause = deepestCause(error);
	const said = cause instanceof Error ? cause.message || cause.name : String(cause);
	return said.trim().split(/\s*\n\s*/, 1)[0] ?? '';
};

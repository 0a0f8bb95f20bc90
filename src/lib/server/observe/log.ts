import pino from 'pino';

/**
 * The log: one JSON object a line on standard output. It takes codes, counts, routes and request ids, never addresses
 * with their query, names, numbers or texts of people.
 */
export const log = pino({
	level: process.env['HALTE_LOG'] ?? 'info',
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	redact: { paths: ['error.detail', 'error.parameters', 'error.query', 'error.params'], remove: true },
});

/** What may be logged of an error: its kind, code and stack; never the values a database error carries. */
export const errorForLog = (error: unknown): Record<string, unknown> => {
	if (!(error instanceof Error)) return { kind: typeof error };
	const { code, constraint } = (error.cause ?? error) as { code?: string; constraint?: string };
	// The first line of a stack is the message, which a driver may have filled with values.
	const stack = error.stack?.split('\n').slice(1, 8).join('\n');
	return { kind: error.name, code, constraint, stack };
};

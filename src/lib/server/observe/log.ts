import pino from 'pino';
import { logLevels } from '#lib/server/environment.ts';

/**
 * The log: one JSON object a line on standard output. It takes codes, counts, routes and request ids, never addresses
 * with their query, names, numbers or texts of people.
 */
export const log = pino({
	// A level that is none is refused in words by readSettings, which can only be asked later.
	level: logLevels.find((level) => level === process.env['HALTE_LOG']) ?? 'info',
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	redact: { paths: ['error.detail', 'error.parameters', 'error.query', 'error.params'], remove: true },
});

/** The places of a stack. What stands before them is the message, of many lines at times, which a driver fills with values. */
const framesOf = ({ stack = '', message }: Error): string => {
	const said = stack.indexOf(message);
	const places = said < 0 ? [] : stack.slice(said + message.length).split('\n');
	return places
		.filter((place) => /^\s+at /.test(place))
		.slice(0, 7)
		.join('\n');
};

/** What may be logged of an error: its kind, code and stack; never the values a database error carries. */
export const errorForLog = (error: unknown): Record<string, unknown> => {
	if (!(error instanceof Error)) return { kind: typeof error };
	const { code, constraint } = (error.cause ?? error) as { code?: string; constraint?: string };
	return { kind: error.name, code, constraint, stack: framesOf(error) };
};

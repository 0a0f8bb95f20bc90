import type { Arguments } from './command.ts';

/** Takes the arguments and the name of a flag that takes a value, and returns the value; null when it is not there. */
export const textFlag = (args: Arguments, name: string): string | null => {
	const value = args.flags[name];
	return typeof value === 'string' ? value : null;
};

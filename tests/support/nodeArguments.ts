import { fileURLToPath } from 'node:url';

const linkQuickly = new URL('../../scripts/linkQuickly.ts', import.meta.url).href;

/** What Node is given to run a file of `tests/support` as a process of its own, as soon as a command of Halte would run. */
export const nodeArguments = (name: string): string[] => [
	'--import',
	linkQuickly,
	fileURLToPath(new URL(name, import.meta.url)),
];

import { operator } from '#lib/services/actor.ts';
import { checkDatabase } from '#lib/services/checkDatabase.ts';
import type { Fault } from '#lib/services/fault.ts';
import { answer, defineCommand } from './command.ts';

/** `halte check`: whether the whole database fits together; 1 when something is wrong. */
export const check = defineCommand({
	usage: 'check [--json]',
	words: 0,
	async run({ deps }, args) {
		const { faults, journal } = (await checkDatabase(deps, operator)).value;
		answer(args, { ok: faults.length === 0, faults, journal }, [
			...faults.map(faultLine),
			`journal: ${journal.sealed} lines sealed, ${journal.unsealed} not yet; newest link ${journal.head ?? 'none'}`,
			faults.length === 0 ? 'Everything fits together.' : `${faults.length} wrong.`,
		]);
		return faults.length === 0 ? 0 : 1;
	},
});

const faultLine = ({ check: name, code, details }: Fault): string =>
	[`${name}:`, code, ...Object.entries(details).map(([key, value]) => `${key}=${value}`)].join(' ');

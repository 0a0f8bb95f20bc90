import { describe, expect, test } from 'vitest';
import { close } from '../../src/commands/close.ts';
import type { Command } from '../../src/commands/command.ts';
import { confirm } from '../../src/commands/confirm.ts';
import { demo } from '../../src/commands/demo.ts';
import { step } from '../../src/commands/step.ts';
import { suspend } from '../../src/commands/suspend.ts';

/** Every flag of every command that takes a date, in a call that is right but for its value. */
const calls: [flag: string, command: Command, args: string[]][] = [
	['--on', confirm, ['D', '--on']],
	['--printed-deadline', confirm, ['D', '--on', '2026-03-14', '--printed-deadline']],
	['--on', step, ['D', 'welcome', '--office', 'O', '--on']],
	['--from', suspend, ['D', '--from']],
	['--until', suspend, ['D', '--from', '2026-03-14', '--until']],
	['--on', close, ['D', '--on']],
];

describe.each(calls)('%s', (flag, command, args) => {
	test.each(['2026-13-01', '2026-02-30', '14/03/2026', 'tomorrow', ''])('"%s" is wrong usage', (wrong) =>
		expect(command.parse([...args, wrong])).toEqual({
			ok: false,
			why: `${flag} should be a date of the calendar, written as 2026-03-14; "${wrong}" is none.`,
		}),
	);

	test('a date is taken', () => expect(command.parse([...args, '2028-02-29']).ok).toBe(true));
});

test('a size that is none is wrong usage as well', () => {
	expect(demo.parse(['--size', 'huge'])).toEqual({
		ok: false,
		why: '--size should be one of: small, large.',
	});
	expect(demo.parse(['--size', 'large']).ok).toBe(true);
});

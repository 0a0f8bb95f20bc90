import { system } from '#lib/services/actor.ts';
import { forgetAnswers } from '#lib/services/forgetAnswers.ts';
import { forgetContacts } from '#lib/services/forgetContacts.ts';
import { forgetCorrectedLines } from '#lib/services/forgetCorrectedLines.ts';
import { forgetSignIns } from '#lib/services/forgetSignIns.ts';
import type { Deps } from '#lib/services/ports.ts';
import { issueMissing } from '#lib/services/issueMissing.ts';
import { remind } from '#lib/services/remind.ts';
import { retakeMessages } from '#lib/services/retakeMessages.ts';
import { rotateKeys } from '#lib/services/rotateKeys.ts';
import { sealJournal } from '#lib/services/sealJournal.ts';
import { sweepSeats } from '#lib/services/sweepSeats.ts';

/** What happens by the clock of Brussels: its name, when (cron), and one service to call. What it returns goes to the log. */
export type Schedule = { name: string; cron: string; run(deps: Deps): Promise<unknown> };

/** Every schedule of Halte. Each service can be called twice, or later than planned, without harm. */
export const schedules: Schedule[] = [
	{ name: 'sweep-seats', cron: '* * * * *', run: async (deps) => (await sweepSeats(deps, system)).value },
	{ name: 'seal-journal', cron: '*/5 * * * *', run: async (deps) => (await sealJournal(deps, system)).value },
	{ name: 'forget-sign-ins', cron: '11 * * * *', run: (deps) => forgetSignIns(deps) },
	{
		name: 'forget-answers',
		cron: '21 * * * *',
		run: async (deps) => (await forgetAnswers(deps, system)).value,
	},
	{
		name: 'forget-contacts',
		cron: '41 * * * *',
		run: async (deps) => (await forgetContacts(deps, system)).value,
	},
	// The hours in which a telephone may ring; what one hour missed the next makes up for.
	{ name: 'remind', cron: '17 9-19 * * *', run: async (deps) => (await remind(deps, system)).value },
	{
		name: 'retake-messages',
		cron: '*/5 * * * *',
		run: async (deps) => (await retakeMessages(deps, system)).value,
	},
	{
		name: 'rotate-keys',
		cron: '41 3 * * *',
		run: async (deps) => ({ rotated: (await rotateKeys(deps, system, { all: false })).value.rotated.length }),
	},
	{
		name: 'issue-missing',
		cron: '51 * * * *',
		run: async (deps) => (await issueMissing(deps, system)).value,
	},
	{
		name: 'forget-corrected-lines',
		cron: '31 3 * * *',
		run: async (deps) => (await forgetCorrectedLines(deps, system)).value,
	},
];

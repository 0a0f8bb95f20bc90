import { operator } from '#lib/services/actor.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { answer, defineCommand, refused } from './command.ts';
import { contractDeadlines, deadlineLines } from './contractDeadlines.ts';
import { dossierNamed } from './dossierNamed.ts';
import { textFlag } from './textFlag.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte confirm`: the commune confirms the obligation and hands over the attestation of obligation. */
export const confirm = defineCommand({
	usage: 'confirm DOSSIER --on DATE [--printed-deadline DATE] [--json]',
	words: 1,
	flags: { on: 'date', 'printed-deadline': 'date' },
	needs: ['on'],
	async run({ deps }, args) {
		const done = await confirmObligation(deps, operator, {
			dossier: dossierNamed(args),
			on: textFlag(args, 'on') ?? '',
			printedDeadline: textFlag(args, 'printed-deadline'),
		});
		if (!done.ok) return refused(whyRefused(done));
		const { deadline, ...said } = done.value;
		answer(args, { ...said, deadlines: contractDeadlines(deadline) }, [
			`${said.dossier} confirmed on ${said.confirmedOn}: ${said.status}`,
			...deadlineLines(deadline),
		]);
		return 0;
	},
});

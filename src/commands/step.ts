import { operator } from '#lib/services/actor.ts';
import { recordStep } from '#lib/services/recordStep.ts';
import { answer, defineCommand, refused } from './command.ts';
import { contractDeadlines, deadlineLines } from './contractDeadlines.ts';
import { dossierNamed } from './dossierNamed.ts';
import { textFlag } from './textFlag.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte step`: records a step done at an office. */
export const step = defineCommand({
	usage: 'step DOSSIER STEP --on DATE --office OFFICE [--json]',
	words: 2,
	flags: { on: 'date', office: true },
	needs: ['on', 'office'],
	async run({ deps }, args) {
		const done = await recordStep(deps, operator, {
			dossier: dossierNamed(args),
			step: args.words[1] ?? '',
			on: textFlag(args, 'on') ?? '',
			office: textFlag(args, 'office') ?? '',
		});
		if (!done.ok) return refused(whyRefused(done));
		const { deadline, ...said } = done.value;
		answer(args, { ...said, deadlines: contractDeadlines(deadline) }, [
			`${said.dossier} ${said.step} on ${said.on} at ${said.office}: ${said.status}`,
			...deadlineLines(deadline),
		]);
		return 0;
	},
});

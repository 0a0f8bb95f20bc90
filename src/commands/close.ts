import { operator } from '#lib/services/actor.ts';
import { closeDossier } from '#lib/services/closeDossier.ts';
import { answer, defineCommand, refused } from './command.ts';
import { dossierNamed } from './dossierNamed.ts';
import { textFlag } from './textFlag.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte close`: ends a dossier. */
export const close = defineCommand({
	usage: 'close DOSSIER --on DATE [--json]',
	words: 1,
	flags: { on: 'date' },
	needs: ['on'],
	async run({ deps }, args) {
		const done = await closeDossier(deps, operator, {
			dossier: dossierNamed(args),
			on: textFlag(args, 'on') ?? '',
		});
		if (!done.ok) return refused(whyRefused(done));
		const { dossier, status, closedOn } = done.value;
		answer(args, done.value, [`${dossier} closed on ${closedOn}: ${status}`]);
		return 0;
	},
});

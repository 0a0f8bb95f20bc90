import { operator } from '#lib/services/actor.ts';
import { suspendDossier } from '#lib/services/suspendDossier.ts';
import { answer, defineCommand, refused } from './command.ts';
import { contractDeadlines, deadlineLines } from './contractDeadlines.ts';
import { dossierNamed } from './dossierNamed.ts';
import { textFlag } from './textFlag.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte suspend`: a stretch of days that do not count; given again with its end, an open one is ended. */
export const suspend = defineCommand({
	usage: 'suspend DOSSIER --from DATE [--until DATE] [--json]',
	words: 1,
	flags: { from: 'date', until: 'date' },
	needs: ['from'],
	async run({ deps }, args) {
		const done = await suspendDossier(deps, operator, {
			dossier: dossierNamed(args),
			from: textFlag(args, 'from') ?? '',
			until: textFlag(args, 'until'),
		});
		if (!done.ok) return refused(whyRefused(done));
		const { deadline, ...said } = done.value;
		answer(args, { ...said, deadlines: contractDeadlines(deadline) }, [
			`${said.dossier} from ${said.from} ${said.until === null ? 'without an end' : `until ${said.until}`}: ${said.status}`,
			...deadlineLines(deadline),
		]);
		return 0;
	},
});

import { operator } from '#lib/services/actor.ts';
import { exportDossier } from '#lib/services/exportDossier.ts';
import { defineCommand, refused } from './command.ts';
import { dossierNamed } from './dossierNamed.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte export`: everything held about one person, as JSON; with --json on one line. */
export const exportCommand = defineCommand({
	usage: 'export DOSSIER [--json]',
	words: 1,
	async run({ deps }, args) {
		const exported = await exportDossier(deps, operator, { dossier: dossierNamed(args) });
		if (!exported.ok) return refused(whyRefused(exported));
		process.stdout.write(`${JSON.stringify(exported.value, null, args.flags['json'] ? 0 : '\t')}\n`);
		return 0;
	},
});

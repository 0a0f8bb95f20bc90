import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { loadDemonstration } from '#lib/demonstration/loadDemonstration.ts';
import { loadLarge } from '#lib/demonstration/loadLarge.ts';
import { answer, defineCommand, refused } from './command.ts';

/** `halte demo`: loads invented people into an empty database and says how to sign in as each. */
export const demo = defineCommand({
	usage: 'demo [--size small|large] [--json]',
	words: 0,
	flags: { size: ['small', 'large'] },
	async run({ deps }, args) {
		const load = await loadDemonstration(deps);
		if (!load.ok) return refused('There are dossiers of others in this database: nothing was loaded.');
		const large =
			args.flags['size'] === 'large'
				? await loadLarge(deps, (said) => process.stderr.write(`${said}\n`))
				: null;
		const people = await listDemonstrationPeople(deps);
		answer(
			args,
			{ people, large },
			people.map(({ language, stage, code, birthDate, dossier }) =>
				[language, stage.padEnd(17), code, birthDate, dossier].join('  '),
			),
		);
		return 0;
	},
});

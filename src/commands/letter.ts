import { fileToHandOver, NotWritable } from '#lib/server/documents/fileToHandOver.ts';
import { letterPdf } from '#lib/server/documents/letterPdf.ts';
import { operator } from '#lib/services/actor.ts';
import { issueLetter } from '#lib/services/issueLetter.ts';
import { answer, defineCommand, refused } from './command.ts';
import { dossierNamed } from './dossierNamed.ts';
import { textFlag } from './textFlag.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte letter`: a new letter code, and the letter to print. */
export const letter = defineCommand({
	usage: 'letter DOSSIER [--pdf FILE] [--json]',
	words: 1,
	flags: { pdf: true },
	async run({ deps, settings, path }, args) {
		const pdf = textFlag(args, 'pdf');
		const file = pdf === null ? null : fileToHandOver(path(pdf));
		try {
			const issued = await issueLetter(deps, operator, {
				dossier: dossierNamed(args),
				origin: settings.origin,
				print: async (each) => file?.write(await letterPdf(each, settings)),
			});
			if (!issued.ok) return refused(whyRefused(issued));
			file?.handOver();
			const { dossier, code, url } = issued.value;
			answer(args, { dossier, code, url }, [
				`${dossier}: ${code}`,
				url,
				...(pdf === null ? [] : [`The letter is in ${path(pdf)}.`]),
			]);
			return 0;
		} catch (error) {
			file?.takeBack();
			if (error instanceof NotWritable)
				return refused(`pdf_not_writable: ${error.message} cannot be written; nothing was changed.`);
			throw error;
		}
	},
});

import { offerColumns } from '#lib/domain/offerRow.ts';
import { readCsv } from '#lib/server/readCsv.ts';
import { operator } from '#lib/services/actor.ts';
import { takeInOffer } from '#lib/services/takeInOffer.ts';
import { defineCommand } from './command.ts';
import { printImportReport, refuseCsv } from './importReport.ts';

/** `halte offer`: takes in courses and their sessions and names the rows that were not taken. */
export const offer = defineCommand({
	usage: 'offer FILE.csv [--json]',
	words: 1,
	async run({ deps, path }, args) {
		const file = await readCsv(path(args.words[0] ?? ''), offerColumns);
		if (!file.ok) return refuseCsv(file);
		const { value: report } = await takeInOffer(deps, operator, file.value.rows);
		return printImportReport(args, report, file.value.unreadable);
	},
});

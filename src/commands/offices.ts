import { officeColumns } from '#lib/domain/officeRow.ts';
import { readCsv } from '#lib/server/readCsv.ts';
import { operator } from '#lib/services/actor.ts';
import { takeInOffices } from '#lib/services/takeInOffices.ts';
import { defineCommand } from './command.ts';
import { printImportReport, refuseCsv } from './importReport.ts';

/** `halte offices`: takes in the places where people are received and names the rows that were not taken. */
export const offices = defineCommand({
	usage: 'offices FILE.csv [--json]',
	words: 1,
	async run({ deps, path }, args) {
		const file = await readCsv(path(args.words[0] ?? ''), officeColumns);
		if (!file.ok) return refuseCsv(file);
		const { value: report } = await takeInOffices(deps, operator, file.value.rows);
		return printImportReport(args, report, file.value.unreadable);
	},
});

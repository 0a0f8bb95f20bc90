import brussels2024 from './brussels-2024.json' with { type: 'json' };

type RuleFile = typeof brussels2024;

/** The name of one value of the rules, as it stands in the rule file. */
export type RuleName = keyof RuleFile['values'];

/** How sure a value is: C certain, L likely, U uncertain. What is U is never shown as a fact. */
export type RuleFlag = 'C' | 'L' | 'U';

/** One version of the rules: its values by name, ready for use. */
export type Rules = Readonly<
	{ version: string; inForceFrom: string } & {
		[Name in RuleName]: RuleFile['values'][Name]['value'];
	}
>;

/** Where a value comes from: its source, the date of the text, and how sure it is. */
export type RuleSource = Readonly<{ source: string; date: string; flag: RuleFlag }>;

const ruleFiles: readonly RuleFile[] = [brussels2024];

/** The rules by which new decisions are taken. */
export const currentRules: Rules = readRules(brussels2024);

/** Takes a version ("2024.1") and returns its rules, or undefined when there is no such version. */
export function rulesOf(version: string): Rules | undefined {
	const file = ruleFiles.find((each) => each.version === version);
	return file && readRules(file);
}

/** Takes a version and the name of a value, and returns where the value comes from. */
export function ruleSource(version: string, name: RuleName): RuleSource | undefined {
	const entry = ruleFiles.find((each) => each.version === version)?.values[name];
	return entry && { source: entry.source, date: entry.date, flag: entry.flag as RuleFlag };
}

function readRules(file: RuleFile): Rules {
	const values = Object.entries(file.values).map(([name, entry]) => [name, entry.value]);
	return Object.freeze({
		...Object.fromEntries(values),
		version: file.version,
		inForceFrom: file.inForceFrom,
	}) as Rules;
}

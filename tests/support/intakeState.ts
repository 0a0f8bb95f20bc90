import type pg from 'pg';
import { lineOf } from '#lib/demonstration/registerEvents.ts';
import type { RegisterEvent } from '#lib/domain/registerEvent.ts';
import type { RegisterLine } from '#lib/services/registerLine.ts';
import type { LineAnswer } from '#lib/services/takeInBatch.ts';
import { takeInRegisterFile, type IntakeSummary } from '#lib/services/takeInRegisterFile.ts';
import { operator } from '#lib/services/actor.ts';
import type { Deps, Vault } from '#lib/services/ports.ts';

/** Events or raw lines as the batches of a register file. */
export const batchesOf = (lines: (RegisterEvent | string | Uint8Array)[], size = 100): RegisterLine[][] => {
	const numbered = lines.map((line, index) => ({
		number: index + 1,
		bytes:
			line instanceof Uint8Array
				? line
				: new TextEncoder().encode(typeof line === 'string' ? line : lineOf(line)),
	}));
	return Array.from({ length: Math.ceil(numbered.length / size) }, (_, index) =>
		numbered.slice(index * size, (index + 1) * size),
	);
};

/** Takes lines in and returns the counts with the answer of each line. */
export const takeIn = async (
	deps: Deps,
	lines: (RegisterEvent | string | Uint8Array)[],
	{ dryRun = false, size = 100 } = {},
): Promise<IntakeSummary & { answers: LineAnswer[] }> => {
	const answers: LineAnswer[] = [];
	const { value } = await takeInRegisterFile(deps, operator, {
		batches: batchesOf(lines, size),
		dryRun,
		onBatch: (batch) => void answers.push(...batch),
	});
	return { ...value, answers };
};

type Kind = 'dossiers' | 'events' | 'tasks' | 'quarantine' | 'journal';

/** Everything that intake left in a database, opened, without the times and the order in which it came. */
export const intakeState = async (
	pool: pg.Pool,
	vault: Vault,
): Promise<Record<Kind, Record<string, unknown>[]>> => {
	const rows = async (query: string) => (await pool.query(query)).rows;
	const dossiers = await rows(
		`select *, reference_date::text as reference, decided_on::text as decided from dossier order by id`,
	);
	const quarantine = await rows(`select * from quarantine order by line_hash`);
	return {
		dossiers: dossiers.map(
			({ person_key, person, created_at: _, reference_date: _r, decided_on: _d, ...open }) => ({
				...open,
				person: person_key && JSON.parse(vault.openPerson(person_key, person)),
			}),
		),
		events: await rows(
			`select event_hash, content_hash, recorded_on::text, commune, outcome, reasons, reference_date::text, rules,
				may_follow_voluntarily, dossier from intake_event order by event_hash`,
		),
		tasks: await rows(`select kind, dossier, other, codes from task order by 1, 2, 3, 4`),
		quarantine: quarantine.map(({ line, codes, line_number, event_hash, corrected_at }) => ({
			line: Buffer.from(vault.openBytes(line, 'register-line')).toString('latin1'),
			codes,
			line_number,
			event_hash,
			corrected: corrected_at !== null,
		})),
		journal: await rows(`select action, dossier, codes, actor_kind, channel from journal order by seq`),
	};
};

import { outcomes, type Outcome } from '#lib/domain/decision.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { ok, type Ok } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';
import { readAhead } from './readAhead.ts';
import { readLine, type RegisterLine } from './registerLine.ts';
import { takeInBatch, type LineAnswer } from './takeInBatch.ts';

/** Counts of lines: read = accepted + duplicates + quarantined; the outcomes are those of the accepted ones. */
export type IntakeSummary = {
	read: number;
	accepted: number;
	duplicates: number;
	quarantined: number;
	possibleDuplicates: number;
	outcomes: Record<Outcome, number>;
};

/** The lines of a register file, in batches that are each taken in whole or not at all. */
export type RegisterFile = {
	batches: AsyncIterable<readonly RegisterLine[]> | Iterable<readonly RegisterLine[]>;
	/** Changes nothing, and answers as if it had. */
	dryRun: boolean;
	/** Hears what came of each batch, once it is safe in the database, and of the counts so far. */
	onBatch?(answers: readonly LineAnswer[], soFar: IntakeSummary): void | Promise<void>;
};

const keptAfterCorrection = 90 * 24 * 60 * 60 * 1000;

/**
 * Takes in a register file, however long, and returns the counts. It can be interrupted at any point and sent again
 * whole: what was taken in before is a duplicate then and changes nothing.
 */
export async function takeInRegisterFile(
	deps: Deps,
	actor: Actor,
	file: RegisterFile,
): Promise<Ok<IntakeSummary>> {
	const summary = emptySummary();
	const { vault } = deps;
	const context = { vault, rules: currentRules, actor };
	const batches = readAhead(file.batches, (line) => readLine(vault, currentRules, line));
	const report = async (answers: readonly LineAnswer[]) => {
		for (const answer of answers) count(summary, answer);
		await file.onBatch?.(answers, summary);
	};
	if (file.dryRun) {
		await deps.store.transact(async (tx) => {
			const intake = await tx.intake.rehearsal();
			for await (const lines of batches) {
				await report((await takeInBatch({ ...context, intake }, lines, deps.now())).answers);
			}
		});
		return ok(summary);
	}
	for await (const lines of batches) {
		const answers = await deps.store.transact(async (tx) => {
			const taken = await takeInBatch({ ...context, intake: tx.intake }, lines, deps.now());
			await tx.journal.write(taken.journal, deps.now());
			return taken.answers;
		});
		await report(answers);
	}
	await deps.store.transact((tx) =>
		tx.intake.forgetCorrected(new Date(deps.now().getTime() - keptAfterCorrection)),
	);
	return ok(summary);
}

function count(summary: IntakeSummary, answer: LineAnswer): void {
	summary.read += 1;
	if (answer.kind === 'quarantined') summary.quarantined += 1;
	else if (answer.kind === 'duplicate') summary.duplicates += 1;
	else {
		summary.accepted += 1;
		summary.outcomes[answer.decision.outcome] += 1;
		if (answer.possibleDuplicate) summary.possibleDuplicates += 1;
	}
}

function emptySummary(): IntakeSummary {
	const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
	return { read: 0, accepted: 0, duplicates: 0, quarantined: 0, possibleDuplicates: 0, outcomes: counts };
}

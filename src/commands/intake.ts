import { once } from 'node:events';
import { deepestCause } from '#lib/server/observe/whatHappened.ts';
import { registerLines } from '#lib/server/registerFile.ts';
import { operator } from '#lib/services/actor.ts';
import { takeInRegisterFile, type IntakeSummary } from '#lib/services/takeInRegisterFile.ts';
import type { LineAnswer } from '#lib/services/takeInBatch.ts';
import { answer, defineCommand, refused } from './command.ts';

/** `halte intake`: takes in a register file and says what came of it. */
export const intake = defineCommand({
	usage: 'intake FILE [--dry-run] [--decisions] [--json]',
	words: 1,
	flags: { 'dry-run': false, decisions: false },
	async run({ deps, path }, args) {
		const file = path(args.words[0] ?? '');
		const progress = watchProgress();
		const dryRun = args.flags['dry-run'] === true;
		const print = printTo(process.stdout);
		const stopping = hearStop();
		let done = 0;
		try {
			const { value: summary } = await takeInRegisterFile(
				deps,
				{ ...operator, channel: 'register' },
				{
					batches: untilStopped(registerLines(file), stopping),
					dryRun,
					async onBatch(answers, soFar) {
						done = soFar.read;
						progress(soFar);
						if (args.flags['decisions']) await print(answers.map(decisionLine));
					},
				},
			);
			if (stopping.stopped) return refused(whatIsSafe('Stopped.', dryRun ? 0 : done));
			if (args.flags['decisions']) await print([summary]);
			else answer(args, summary, readable(summary));
			return 0;
		} catch (error) {
			return refused(whatIsSafe(whyStopped(error), dryRun ? 0 : done));
		} finally {
			stopping.end();
		}
	},
});

const decisionLine = (each: LineAnswer): object =>
	each.kind === 'quarantined'
		? { line: each.line, eventId: each.eventId, quarantine: each.codes }
		: {
				eventId: each.eventId,
				dossier: each.dossier,
				...each.decision,
				...(each.kind === 'duplicate' ? { duplicate: true } : {}),
			};

/** Prints JSON lines, and waits until their reader has taken them, so that a slow one never fills the memory. */
const printTo = (output: NodeJS.WriteStream) => {
	let broken: Error | null = null;
	output.on('error', (error) => (broken = error));
	return async (values: readonly object[]): Promise<void> => {
		const taken = output.write(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
		if (!taken && !broken) await once(output, 'drain');
		if (broken) throw broken;
	};
};

/** Says on standard error, every two seconds, how many lines are done. */
const watchProgress = (): ((soFar: IntakeSummary) => void) => {
	const start = Date.now();
	let said = start;
	return ({ read }) => {
		const now = Date.now();
		if (now - said < 2_000) return;
		said = now;
		const perSecond = Math.round(read / ((now - start) / 1_000));
		process.stderr.write(`${read} lines done, ${perSecond} a second\n`);
	};
};

const readable = (summary: IntakeSummary): string[] => [
	`read ${summary.read} = accepted ${summary.accepted} + duplicates ${summary.duplicates} + quarantined ${summary.quarantined}`,
	...Object.entries(summary.outcomes).map(([outcome, count]) => `${outcome} ${count}`),
	`possible duplicates ${summary.possibleDuplicates}`,
];

/** Ctrl-C ends after the batch at hand, so that the database is left in peace too. */
const hearStop = () => {
	const stopping = {
		stopped: false,
		end: () => signals.forEach((signal) => process.off(signal, stop)),
	};
	const signals = ['SIGINT', 'SIGTERM'] as const;
	const stop = () => (stopping.stopped = true);
	signals.forEach((signal) => process.on(signal, stop));
	return stopping;
};

async function* untilStopped<Batch>(batches: AsyncIterable<Batch>, stopping: { stopped: boolean }) {
	for await (const batch of batches) {
		if (stopping.stopped) return;
		yield batch;
	}
}

const whatIsSafe = (why: string, done: number): string =>
	done === 0 ? why : `${why} The first ${done} lines are safe: run it again with the whole file.`;

const whyStopped = (error: unknown): string => {
	const { code, message } = deepestCause(error) as NodeJS.ErrnoException;
	return (
		{
			ENOENT: 'There is no such file.',
			EISDIR: 'This is a folder, not a file.',
			EACCES: 'This file may not be read.',
			EPIPE: 'Nobody reads the output any more.',
		}[code ?? ''] ?? `It stopped: ${message}.`
	);
};

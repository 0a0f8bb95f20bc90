import type { Deadline } from '#lib/domain/deadlines.ts';

/** A deadline as every command prints it. */
type ContractDeadline = Pick<Deadline, 'step' | 'on' | 'source'>;

/** Takes the deadline that runs, if any, and returns the list that every command prints. */
export const contractDeadlines = (deadline: Deadline | null): ContractDeadline[] =>
	deadline ? [{ step: deadline.step, on: deadline.on, source: deadline.source }] : [];

/** The same as readable lines. */
export const deadlineLines = (deadline: Deadline | null): string[] =>
	contractDeadlines(deadline).map(({ step, on, source }) => `${step} by ${on} (${source})`);

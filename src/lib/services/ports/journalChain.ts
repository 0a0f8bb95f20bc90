import type { ChainedLine } from '#lib/domain/journalChain.ts';

/** One link: its place in the chain, the line it seals and its hash. */
export type JournalLink = { position: number; seq: number; hash: Uint8Array };

/** The hash chain over the journal. Places count from 1 in the order in which lines were found committed. */
export type JournalChain = {
	/** Makes every other sealer wait until the transaction ends. */
	lock(): Promise<void>;
	last(): Promise<JournalLink | null>;
	/** Committed lines without a link, at most `most`, lowest number first; none only when every line is sealed. */
	unsealed(most: number): Promise<ChainedLine[]>;
	countUnsealed(): Promise<number>;
	add(links: JournalLink[]): Promise<void>;
	/** Links after a place, in order, each with the line it seals as it reads today; null: the line is gone. */
	after(position: number, most: number): Promise<{ link: JournalLink; line: ChainedLine | null }[]>;
};

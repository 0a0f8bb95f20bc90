import { beforeTheFirst, linkHash } from '#lib/domain/journalChain.ts';
import { ok } from '#lib/domain/result.ts';
import type { Ok } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';
import type { JournalLink } from './ports/journalChain.ts';

const batch = 5_000;

/** The chain's newest link after sealing (null: the journal is empty) and how many lines this run sealed. */
export type Sealed = { sealed: number; head: { position: number; hash: string } | null };

/**
 * Links every committed line of the journal that has no link yet to the chain, in order; lines committed meanwhile
 * wait for the next time. Several sealers queue, so that the chain never forks.
 */
export const sealJournal = async (deps: Deps, _actor: Actor): Promise<Ok<Sealed>> => {
	let sealed = 0;
	for (;;) {
		const { added, head } = await sealBatch(deps);
		sealed += added;
		if (added === 0) return ok({ sealed, head: head && { position: head.position, hash: hex(head.hash) } });
	}
};

const sealBatch = (deps: Deps) =>
	deps.store.transact(async ({ journalChain }) => {
		await journalChain.lock();
		let head = await journalChain.last();
		const links: JournalLink[] = [];
		for (const line of await journalChain.unsealed(batch)) {
			const hash = linkHash(deps.vault.digest, head?.hash ?? beforeTheFirst, line);
			head = { position: (head?.position ?? 0) + 1, seq: line.seq, hash };
			links.push(head);
		}
		await journalChain.add(links);
		return { added: links.length, head };
	});

const hex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

import { beforeTheFirst, linkHash, sameHash } from '#lib/domain/journalChain.ts';
import type { Fault } from './fault.ts';
import type { Deps } from './ports.ts';

const page = 5_000;

/**
 * Follows the journal's chain from its first link and returns what does not fit: a line changed or gone after it was
 * sealed, or a link that does not follow the one before. Lines not sealed yet are no fault.
 */
export const checkJournal = async ({ store, vault }: Pick<Deps, 'store' | 'vault'>): Promise<Fault[]> => {
	const faults: Fault[] = [];
	let position = 0;
	let previous = beforeTheFirst;
	for (;;) {
		const links = await store.transact((tx) => tx.journalChain.after(position, page));
		for (const { link, line } of links) {
			const details = { line: link.seq, position: link.position };
			if (link.position !== position + 1) faults.push(journal('journal_link_missing', details));
			else if (!line) faults.push(journal('journal_line_missing', details));
			else if (!sameHash(linkHash(vault.digest, previous, line), link.hash))
				faults.push(journal('journal_line_changed', details));
			position = link.position;
			// Going on from what is stored: one changed line is one fault, not a fault for every line after it.
			previous = link.hash;
		}
		if (links.length < page) return faults;
	}
};

const journal = (code: string, details: Fault['details']): Fault => ({ check: 'journal', code, details });

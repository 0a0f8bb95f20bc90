import { readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { referenceOf } from '#lib/domain/attestation/reference.ts';
import { isSignedBy } from '#lib/domain/attestation/signature.ts';
import type { Fault } from './fault.ts';
import type { InspectedAttestation } from './ports/attestations.ts';
import type { SigningKey } from './ports/signingKeys.ts';
import type { Deps, Vault } from './ports.ts';
import { publicKeyOf } from './signingKeys.ts';

const page = 1_000;

/**
 * Looks at every attestation and returns what does not fit: one without the fact it was issued from, a text that cannot
 * be read, that says something else than its row, or whose signature is not its key's; and each fact whose attestation
 * is not there.
 */
export const checkAttestations = async ({ store, vault }: Deps): Promise<Fault[]> => {
	const keys = new Map((await store.look((tx) => tx.signingKeys.list())).map((key) => [key.kid, key]));
	const lost = await store.look((tx) => tx.attestations.lost());
	const faults = lost.map(({ dossier, kind }): Fault => ({
		check: 'attestations',
		code: 'attestation_missing',
		details: { dossier, kind },
	}));
	let after = '';
	for (;;) {
		const papers = await store.look((tx) => tx.attestations.inspect(after, page));
		for (const paper of papers)
			for (const code of await faultsOf(vault, paper, keys.get(paper.kid)))
				faults.push({
					check: 'attestations',
					code,
					details: { attestation: paper.id, dossier: paper.dossier },
				});
		after = papers.at(-1)?.id ?? '';
		if (papers.length < page) return faults;
	}
};

const faultsOf = async (
	vault: Vault,
	paper: InspectedAttestation,
	key: SigningKey | undefined,
): Promise<string[]> => [
	...(paper.hasFact ? [] : ['attestation_without_fact']),
	// Of somebody who was erased nothing can be read any more, and nothing should.
	...(paper.personKey === null ? [] : await textFaults(vault, paper, paper.personKey, key)),
];

const textFaults = async (
	vault: Vault,
	paper: InspectedAttestation,
	personKey: Uint8Array,
	key: SigningKey | undefined,
): Promise<string[]> => {
	const read = readAttestation(open(vault, personKey, paper.text));
	if (!read) return ['attestation_not_readable'];
	const { claims, envelope } = read;
	const { id, issuer, kind, place, reference } = paper;
	const isSame =
		claims.id === id && claims.issuer === issuer && claims.kind === kind && claims.statusIndex === place;
	const isSigned =
		key?.issuer === issuer &&
		key.kid === envelope.kid &&
		(await isSignedBy(publicKeyOf(key), envelope.signed, envelope.signature));
	return [
		...(isSame && referenceOf(id) === reference ? [] : ['attestation_says_otherwise']),
		...(isSigned ? [] : ['attestation_not_signed']),
	];
};

const open = (vault: Vault, personKey: Uint8Array, sealed: Uint8Array): string => {
	try {
		return vault.openPerson(personKey, sealed);
	} catch {
		return '';
	}
};

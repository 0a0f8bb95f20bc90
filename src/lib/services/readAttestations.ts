import { readAttestation as readText } from '#lib/domain/attestation/attestationText.ts';
import { readIssuer } from '#lib/domain/attestation/claims.ts';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import { communeOf, letterLanguageOf } from '#lib/domain/communes.ts';
import type { LetterLanguage } from '#lib/domain/languages.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import type { Attestation } from './ports/attestations.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Deps, Tx, Vault } from './ports.ts';

/** Who issued a paper, by the names they have today; one that nobody knows any more is called by its code. */
export type IssuerNamed = { kind: 'commune' | 'office'; nameFr: string; nameNl: string };

/** One attestation with what its signed text says. */
export type AttestationRead = Omit<Attestation, 'text' | 'dossier' | 'issuer'> & {
	issuer: IssuerNamed;
	/** The text of the QR code. */
	text: string;
	claims: Claims;
	/** The language of its text of reference: the person's, where it is French or Dutch, else their commune's. */
	official: LetterLanguage;
};

/** Reads the attestations of the actor, the newest first, those that were revoked too. Refuses with `no_dossier`. */
export const readAttestations = (
	{ store, vault }: Pick<Deps, 'store' | 'vault'>,
	actor: Actor,
): Promise<Result<AttestationRead[], 'no_dossier'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? await tx.dossiers.find(actor.id ?? '') : null;
		if (!dossier) return refuse('no_dossier');
		const papers = await tx.attestations.ofDossier(dossier.id);
		const read: AttestationRead[] = [];
		for (const paper of papers.toReversed()) {
			const opened = await open(tx, vault, dossier, paper);
			if (opened) read.push(opened);
		}
		return ok(read);
	});

/** Reads one attestation of the actor. Refuses with `unknown_attestation`, also for somebody else's. */
export const readAttestation = (
	{ store, vault }: Pick<Deps, 'store' | 'vault'>,
	actor: Actor,
	{ attestation: id }: { attestation: string },
): Promise<Result<AttestationRead, 'unknown_attestation'>> =>
	store.transact(async (tx) => {
		const paper = isUuid(id) && actor.kind === 'newcomer' ? await tx.attestations.find(id) : null;
		const dossier = paper && paper.dossier === actor.id ? await tx.dossiers.find(paper.dossier) : null;
		const read = paper && dossier && (await open(tx, vault, dossier, paper));
		return read ? ok(read) : refuse('unknown_attestation');
	});

const open = async (
	tx: Tx,
	vault: Vault,
	{ personKey, language, commune }: Dossier,
	paper: Attestation,
): Promise<AttestationRead | null> => {
	if (!personKey) return null;
	const text = vault.openPerson(personKey, paper.text);
	const read = readText(text);
	if (!read) return null;
	const { dossier: _dossier, ...facts } = paper;
	return {
		...{ ...facts, text, claims: read.claims, issuer: await nameIssuer(tx, paper.issuer) },
		official: letterLanguageOf(language, commune),
	};
};

const nameIssuer = async (tx: Tx, issuer: string): Promise<IssuerNamed> => {
	const { kind, id } = readIssuer(issuer) ?? { kind: 'office' as const, id: issuer };
	if (kind === 'commune') return { kind, nameFr: communeOf(id)?.fr ?? id, nameNl: communeOf(id)?.nl ?? id };
	const office = await tx.offices.find(id);
	return { kind, nameFr: office?.nameFr ?? id, nameNl: office?.nameNl ?? id };
};

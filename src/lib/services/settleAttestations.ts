import { encodeAttestation } from '#lib/domain/attestation/attestationText.ts';
import { referenceOf } from '#lib/domain/attestation/reference.ts';
import { attestationsDue, missedOne } from '#lib/domain/attestationsDue.ts';
import type { AttestationDue, SessionAttended } from '#lib/domain/attestationsDue.ts';
import type { PathwayFacts } from '#lib/domain/pathway.ts';
import { mayFollowAgain } from '#lib/domain/revocation.ts';
import type { RevocationReason } from '#lib/domain/revocation.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { openPerson } from './openPerson.ts';
import type { Attestation } from './ports/attestations.ts';
import type { Dossier } from './ports/dossiers.ts';
import type { Deps, Tx } from './ports.ts';
import { signerOf } from './signingKeys.ts';
import { tellOfIssue, tellOfRevocation } from './tellOfAttestation.ts';

/** The dossier whose row is locked, and the facts of it that papers are issued from. */
export type Entitled = {
	dossier: Pick<Dossier, 'id' | 'commune' | 'personKey' | 'person'>;
	facts: Pick<PathwayFacts, 'confirmedOn' | 'done'>;
	/** Says nothing of what it issues: a paper made afterwards for what happened long ago is no news. */
	quietly?: boolean;
};

/**
 * Brings the papers of one dossier into line with its facts, inside the transaction that changes them: issues what is
 * owed and not there, and revokes what a corrected attendance takes back. This is the only place where an attestation
 * comes from; nothing in one is ever typed. Done twice, it changes nothing.
 */
export const settleAttestations = async (
	tx: Tx,
	deps: Pick<Deps, 'vault' | 'random'>,
	actor: Actor,
	{ dossier, facts, quietly = false }: Entitled,
	at: Date,
): Promise<void> => {
	const sessions = await tx.attestations.attendedBy(dossier.id);
	const kept = await tx.attestations.ofDossier(dossier.id);
	for (const paper of kept)
		if (paper.revokedAt === null && isTakenBack(paper, sessions))
			await revokeWithin(tx, deps, actor, paper, 'fact_withdrawn', at);
	const now = await tx.attestations.ofDossier(dossier.id);
	for (const due of attestationsDue(dossier.commune, facts, sessions))
		if (isOwed(due, now)) {
			const id = await issue(tx, deps, actor, dossier, due, at);
			if (id !== null && !quietly && !replaces(due, now, at))
				await tellOfIssue(tx, deps, { ...due, id, dossier: dossier.id }, at);
		}
};

/** Revokes a paper, writes why, and tells its person. The row of its dossier is locked. */
export const revokeWithin = async (
	tx: Tx,
	deps: Pick<Deps, 'random'>,
	actor: Actor,
	{ id, dossier, kind }: Pick<Attestation, 'id' | 'dossier' | 'kind'>,
	reason: RevocationReason,
	at: Date,
): Promise<void> => {
	await tx.attestations.revoke(id, reason, at);
	const codes = { attestation: id, kind, reason };
	await tx.journal.write([{ actor, action: 'attestation_revoked', dossier, codes }], at);
	await tellOfRevocation(tx, deps, { id, dossier, kind }, reason, at);
};

/** A timetable that was changed afterwards takes nothing back: only somebody's word that the person was not there does. */
const isTakenBack = (paper: Attestation, sessions: readonly SessionAttended[]): boolean =>
	sessions.some((each) => each.session.id === paper.session && missedOne(each));

const isOwed = ({ kind, session }: AttestationDue, kept: readonly Attestation[]): boolean =>
	kept
		.filter((each) => each.kind === kind && each.session === session)
		.every(({ revokedFor }) => revokedFor !== null && mayFollowAgain(revokedFor));

/** What takes the place of one that ends at the same moment is part of that news. */
const replaces = ({ kind, session }: AttestationDue, kept: readonly Attestation[], at: Date): boolean =>
	kept.some(
		(each) => each.kind === kind && each.session === session && each.revokedAt?.getTime() === at.getTime(),
	);

const issue = async (
	tx: Tx,
	{ vault, random }: Pick<Deps, 'vault' | 'random'>,
	actor: Actor,
	dossier: Entitled['dossier'],
	due: AttestationDue,
	at: Date,
): Promise<string | null> => {
	const person = openPerson(vault, dossier);
	if (!person || !dossier.personKey) return null;
	const { kind, issuer, on, hours, level } = due;
	const { kid, sign } = await signerOf(tx, { vault }, issuer, at);
	const id = uuidOf(at, random(10));
	const place = await tx.attestations.nextPlace();
	const { familyName, givenNames, birthDate } = person;
	const text = await encodeAttestation(
		{
			...{ id, issuer, kind, on, hours, level, familyName, givenNames, birthDate },
			...{ issued: Math.floor(at.getTime() / 1000), expires: null, statusIndex: place },
		},
		kid,
		sign,
	);
	const added = await tx.attestations.add({
		...{ ...due, id, dossier: dossier.id, kid, place, reference: referenceOf(id), issuedAt: at },
		text: vault.sealPerson(dossier.personKey, text),
	});
	if (!added) throw new Error(`An attestation of ${kind} stands already, or its reference is taken.`);
	const codes = { attestation: id, kind };
	await tx.journal.write([{ actor, action: 'attestation_issued', dossier: dossier.id, codes }], at);
	return id;
};

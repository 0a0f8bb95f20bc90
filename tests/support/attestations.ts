import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { encodeAttestation } from '#lib/domain/attestation/attestationText.ts';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import type { PublicKey } from '#lib/domain/attestation/publicKeys.ts';
import { listIssuer } from '#lib/domain/attestation/publicKeys.ts';
import { markOfReference, referenceOf } from '#lib/domain/attestation/reference.ts';
import { readStatus, signStatus } from '#lib/domain/attestation/statusList.ts';

/** A key of an issuer: its public half, and a way to sign (Node's Ed25519, not the one under test). */
export const newSigner = (issuer: string, since: Partial<PublicKey> = {}) => {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const x = publicKey.export({ format: 'jwk' }).x ?? '';
	const kid = createHash('sha256').update(x).digest('hex').slice(0, 16);
	const key: PublicKey = { kid, issuer, x, from: '2026-06-01', until: null, ...since };
	return { key, sign: (bytes: Uint8Array) => sign(null, bytes, privateKey) };
};

/** What an office says of somebody. */
export const someClaims: Claims = {
	issuer: 'office:via-schaerbeek',
	id: '01937c5e-8a40-7b2a-9c1d-3e5f7a9b0c2d',
	issued: Date.parse('2026-11-16T09:30:00Z') / 1000,
	expires: null,
	kind: 'registration',
	familyName: 'Haddad',
	givenNames: 'Rania',
	birthDate: '1992-04-XX',
	hours: null,
	level: null,
	on: '2026-11-13',
	statusIndex: 4711,
};

/** The moment of the tests. */
export const now = new Date('2026-11-22T08:00:00Z');

/** An office, the list's own key, and what a verifier knows of them; some places may be revoked. */
export const newWorld = async (revoked: Claims[] = [], issued = new Date('2026-11-22T06:00:00Z')) => {
	const office = newSigner(someClaims.issuer);
	const list = newSigner(listIssuer);
	const keys = [office.key, list.key];
	const signed = await signStatus(
		{
			issued,
			places: revoked.map(({ statusIndex }) => statusIndex),
			references: await Promise.all(revoked.map(({ id }) => markOfReference(referenceOf(id)))),
		},
		list.key.kid,
		list.sign,
	);
	const status = await readStatus(signed, keys);
	const attest = (claims: Partial<Claims> = {}) =>
		encodeAttestation({ ...someClaims, ...claims }, office.key.kid, office.sign);
	return { office, list, keys, signed, status, attest, known: { keys, status, now } };
};

import { encodeAttestation, readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { communeIssuer, officeIssuer } from '#lib/domain/attestation/claims.ts';
import type { Claims } from '#lib/domain/attestation/claims.ts';
import { referenceOf } from '#lib/domain/attestation/reference.ts';
import type { AttestationRead } from '#lib/services/readAttestations.ts';
import { newSigner } from './attestations.ts';

/** A paper of an invented person, really signed, with what the test changes. */
export const paperOf = async (
	said: Partial<Claims> = {},
	changes: Partial<AttestationRead> = {},
): Promise<AttestationRead> => {
	const kind = said.kind ?? 'registration';
	const claims: Claims = {
		issuer: kind === 'obligation' ? communeIssuer('21015') : officeIssuer('via-schaerbeek'),
		id: '0193a6b2-4c00-7abc-8def-0123456789ab',
		issued: Date.parse('2026-04-01T10:00:00Z') / 1000,
		expires: null,
		kind,
		familyName: 'Haddad',
		givenNames: 'Omar',
		birthDate: '1985-07-30',
		hours: null,
		level: null,
		on: '2026-04-01',
		statusIndex: 41,
		...said,
	};
	const { key, sign } = newSigner(claims.issuer);
	const text = await encodeAttestation(claims, key.kid, sign);
	return {
		...{ id: claims.id, kind, on: claims.on ?? '2026-04-01', session: null, courseLanguage: null },
		...{ hours: claims.hours, level: claims.level, kid: key.kid, place: claims.statusIndex },
		reference: referenceOf(claims.id),
		text,
		claims: readAttestation(text)?.claims ?? claims,
		issuer:
			kind === 'obligation'
				? { kind: 'commune', nameFr: 'Schaerbeek', nameNl: 'Schaarbeek' }
				: { kind: 'office', nameFr: 'VIA Schaerbeek', nameNl: 'VIA Schaarbeek' },
		official: 'fr',
		...{ issuedAt: new Date('2026-04-01T10:00:00Z'), revokedAt: null, revokedFor: null },
		...changes,
	};
};

/** The longest names that an attestation can hold, in letters of three bytes each. */
export const longestNames = { familyName: 'ገ'.repeat(60), givenNames: 'ተስፋይ ወልደ'.repeat(7).slice(0, 60) };

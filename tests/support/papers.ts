import { encodeAttestation, readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { communeIssuer, officeIssuer } from '#lib/domain/attestation/claims.ts';
import type { AttestationKind, Claims } from '#lib/domain/attestation/claims.ts';
import { referenceOf } from '#lib/domain/attestation/reference.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { AttestationWords } from '#lib/server/documents/attestationWords.ts';
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

/** Names of sixty letters each, as wide as they come, and with and without a place to break the line. */
export const namesOf60 = {
	latin: { familyName: 'Maximiliane-Wilhelmina '.repeat(3).slice(0, 60), givenNames: 'W'.repeat(60) },
	cyrillic: { familyName: 'Щ'.repeat(60), givenNames: 'Олександра Жданівна '.repeat(3).slice(0, 60) },
	arabic: { familyName: 'السس'.repeat(15), givenNames: 'عبد الرحمن محمود '.repeat(4).slice(0, 60) },
	ethiopic: { familyName: 'ጨ'.repeat(60), givenNames: 'ጬ'.repeat(60) },
};

/** Somebody's name in the script of a language, where it has one of its own; the register of Brussels writes in Latin letters. */
export const ownNames: Partial<Record<Language, { familyName: string; givenNames: string }>> = {
	ar: { familyName: 'الحدّاد', givenNames: 'رانيا عبد الله' },
	fa: { familyName: 'گل‌آقا احمدی', givenNames: 'زهرا' },
	ps: { familyName: 'ځدراڼ', givenNames: 'غني خلک' },
	ru: { familyName: 'Щёголева', givenNames: 'Надежда' },
	uk: { familyName: 'Їжакевич', givenNames: 'Ґалина' },
	ti: { familyName: 'ገብረስላሴ', givenNames: 'ሳባ' },
};

/** What each kind says besides. */
const saidBy: Partial<Record<AttestationKind, Partial<Claims>>> = {
	rights_and_duties: { hours: 10 },
	citizenship: { hours: 50 },
	language_course: { hours: 240, level: 'literacy' },
};

/** A paper of a kind that says all it can say; its text of reference is Dutch for readers of Dutch. */
export const fullPaperOf = (
	kind: AttestationKind,
	language: Language,
	isRevoked = false,
	said: Partial<Claims> = {},
): Promise<AttestationRead> =>
	paperOf(
		{ kind, ...saidBy[kind], ...said },
		{
			official: language === 'nl' ? 'nl' : 'fr',
			courseLanguage: kind === 'language_course' ? 'fr' : null,
			...(isRevoked ? { revokedAt: new Date('2026-05-02T10:00:00Z'), revokedFor: 'data_wrong' } : {}),
		},
	);

/** Every text that a paper says in one language. */
export const textsOf = (words: AttestationWords): string[] => [
	...[words.title, words.statement, words.verify.title, ...words.verify.how, words.verify.reference],
	...(words.revoked ? [words.revoked.title, ...words.revoked.why] : []),
	...words.facts.flatMap(({ name, value }) => [name, value]),
	...(words.demonstration ? [words.demonstration] : []),
	...words.notes,
];

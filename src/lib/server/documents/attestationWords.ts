import { showReference } from '#lib/domain/attestation/reference.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { Language } from '#lib/domain/languages.ts';
import {
	attestationDayName,
	attestationKindName,
	attestationStatement,
	revocationWords,
} from '#lib/i18n/attestationWords.ts';
import { courseName, levelName } from '#lib/i18n/courseWords.ts';
import { birthDateInWords, dateInWords } from '#lib/i18n/dateInWords.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AttestationRead } from '#lib/services/readAttestations.ts';
import type { LetterSetting } from './letterWords.ts';
import { isolated, printable } from './printable.ts';

/** Who runs this Halte, whether its people are invented, and its public address. */
export type PaperSetting = LetterSetting & { origin: string };

/** Everything a paper says in one language. A page and the PDF are made of the same words. */
export type AttestationWords = {
	language: Language;
	script: ReturnType<typeof languageProfile>['script'];
	rightToLeft: boolean;
	title: string;
	/** Why it is no longer good, sentence by sentence; null: it is. */
	revoked: { title: string; why: string[] } | null;
	statement: string;
	facts: { name: string; value: string }[];
	verify: { title: string; how: string[]; reference: string; qrAlt: string };
	notes: string[];
	demonstration: string | null;
};

/** Takes an attestation and one of its languages and returns everything it says in that language. */
export const attestationWords = (
	paper: AttestationRead,
	locale: Language,
	setting: PaperSetting,
): AttestationWords => {
	const { script, direction } = languageProfile(locale);
	const address = `${setting.origin.replace(/^https?:\/\//, '')}/${locale}/verify`;
	return {
		language: locale,
		script,
		rightToLeft: direction === 'rtl',
		title: attestationKindName(paper.kind, { locale }),
		revoked: revokedWords(paper, locale),
		statement: attestationStatement(paper.kind, { locale }),
		facts: factsOf(paper, locale).map(({ name, value }) => ({ name, value: printable(value) })),
		verify: {
			title: m.attestations_verify_title({}, { locale }),
			how: [
				m.attestations_verify_scan({ address: isolated(address) }, { locale }),
				m.attestations_verify_type({}, { locale }),
				m.attestations_signature({}, { locale }),
			],
			reference: m.attestations_reference({}, { locale }),
			qrAlt: m.attestations_qr_alt({ reference: isolated(showReference(paper.reference)) }, { locale }),
		},
		notes: noteWords(paper, locale, setting),
		demonstration: setting.demonstration ? m.letter_demonstration({}, { locale }) : null,
	};
};

const factsOf = (paper: AttestationRead, locale: Language): AttestationWords['facts'] => {
	const { claims, issuer, kind } = paper;
	const isCourse = kind === 'language_course' && paper.courseLanguage !== null;
	const course = courseName({ kind: 'language_course', courseLanguage: paper.courseLanguage }, { locale });
	const facts: [name: string, value: string | null][] = [
		[m.attestations_family_name({}, { locale }), claims.familyName],
		[m.attestations_given_names({}, { locale }), claims.givenNames],
		[m.attestations_birth_date({}, { locale }), birthDateInWords(claims.birthDate, locale)],
		[attestationDayName(kind, { locale }), dateInWords(paper.on, locale)],
		[m.attestations_course({}, { locale }), isCourse ? course : null],
		[m.attestations_level({}, { locale }), claims.level && levelName(claims.level, { locale })],
		[m.attestations_hours({}, { locale }), claims.hours === null ? null : String(claims.hours)],
		[
			issuer.kind === 'commune'
				? m.attestations_by_commune({}, { locale })
				: m.attestations_by_office({}, { locale }),
			locale === 'nl' ? issuer.nameNl : issuer.nameFr,
		],
		[m.attestations_made_on({}, { locale }), dateInWords(brusselsToday(paper.issuedAt), locale)],
	];
	return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
};

const revokedWords = (
	{ revokedAt, revokedFor }: AttestationRead,
	locale: Language,
): AttestationWords['revoked'] =>
	revokedAt && revokedFor
		? {
				title: m.attestations_revoked_title({}, { locale }),
				why: [
					m.attestations_revoked_since(
						{ date: isolated(dateInWords(brusselsToday(revokedAt), locale)) },
						{ locale },
					),
					revocationWords(revokedFor, { locale }),
				],
			}
		: null;

/** French and Dutch are the languages of the administration; every other text is information and says so. */
const noteWords = ({ official }: AttestationRead, locale: Language, { operator }: PaperSetting): string[] => {
	const runBy =
		operator === 'demonstration'
			? m.letter_run_by_demonstration({}, { locale })
			: m.letter_run_by({ operator: isolated(printable(operator)) }, { locale });
	if (locale === 'fr' || locale === 'nl') return [runBy];
	const only =
		official === 'fr'
			? m.letter_only_french_official({}, { locale })
			: m.letter_only_dutch_official({}, { locale });
	if (languageProfile(locale).checkedByTranslator) return [only, runBy];
	return [only, m.letter_not_checked({}, { locale }), runBy];
};

/** The languages of a paper for a reader: the text of reference first, and theirs beside it where it is another one. */
export const languagesOf = ({ official }: Pick<AttestationRead, 'official'>, reader: Language): Language[] =>
	reader === 'fr' || reader === 'nl' ? [reader] : [official, reader];

import type { Language } from '#lib/domain/languages.ts';
import { communeOf } from '#lib/domain/communes.ts';
import { fullName } from '#lib/domain/person.ts';
import { dateInWords } from '#lib/i18n/dateInWords.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Letter } from '#lib/services/issueLetter.ts';
import { isolated, printable } from './printable.ts';

/** Who runs this Halte, and whether its people are invented. */
export type LetterSetting = { operator: string; demonstration: boolean };

/** Takes a letter and one of its languages and returns everything it says in that language, paragraph by paragraph. */
export const letterWords = (letter: Letter, language: Language, setting: LetterSetting) => {
	const locale = language;
	const { script, direction } = languageProfile(language);
	const commune = communeOf(letter.commune);
	const place = isolated((language === 'nl' ? commune?.nl : commune?.fr) ?? '');
	const address = isolated(letter.origin.replace(/^https?:\/\//, ''));
	return {
		language,
		script,
		rightToLeft: direction === 'rtl',
		title: m.letter_title({}, { locale }),
		dated: [
			m.letter_dated({ place, date: dateInWords(letter.issuedOn, locale) }, { locale }),
			m.letter_reference({ dossier: isolated(letter.dossier) }, { locale }),
		],
		greeting: m.letter_greeting({ name: isolated(printable(fullName(letter.person))) }, { locale }),
		status: statusWords(letter, locale),
		what: [...deadlineWords(letter, locale), m.letter_about({}, { locale })],
		codeLabel: m.letter_code_label({}, { locale }),
		codeNote: m.letter_code_note({}, { locale }),
		qrAlt: m.letter_qr_alt({}, { locale }),
		stepsTitle: m.letter_steps_title({}, { locale }),
		steps: [
			m.letter_step_open({ address }, { locale }),
			m.letter_step_sign_in({}, { locale }),
			m.letter_step_see({}, { locale }),
		],
		humanTitle: m.letter_human_title({}, { locale }),
		human: [m.letter_human_equal({}, { locale })],
		ways: {
			counter: m.letter_counter({}, { locale }),
			phone: m.letter_phone({}, { locale }),
			post: m.letter_post({}, { locale }),
		},
		waysUnknown: {
			counter: m.letter_counter_unknown({}, { locale }),
			phone: m.letter_phone_unknown({}, { locale }),
			post: m.letter_post_unknown({}, { locale }),
		},
		notes: noteWords(letter, locale, setting),
		demonstration: m.letter_demonstration({}, { locale }),
	};
};

const statusWords = (letter: Letter, locale: Language): string => {
	const said = statusSentence(letter, locale);
	const mayFollow = letter.status === 'exempt' || letter.status === 'not_concerned';
	return mayFollow && letter.mayFollowVoluntarily ? `${said} ${m.letter_may_follow({}, { locale })}` : said;
};

const statusSentence = ({ status, confirmedOn }: Letter, locale: Language): string => {
	switch (status) {
		case 'to_confirm':
			return m.letter_status_to_confirm({}, { locale });
		case 'review':
			return m.letter_status_review({}, { locale });
		case 'exempt':
			return m.letter_status_exempt({}, { locale });
		case 'not_concerned':
			return m.letter_status_not_concerned({}, { locale });
		case 'voluntary':
			return m.letter_status_voluntary({}, { locale });
		case 'running':
			return m.letter_status_running({ date: dateInWords(confirmedOn ?? '', locale) }, { locale });
		case 'on_waiting_list':
			return m.letter_status_on_waiting_list({}, { locale });
		case 'suspended':
			return m.letter_status_suspended({}, { locale });
		case 'completed':
			return m.letter_status_completed({}, { locale });
	}
};

/** The date to keep; during a pause none, because it moves every day. */
const deadlineWords = ({ deadline, late, status }: Letter, locale: Language): string[] => {
	if (late) return [m.letter_deadline_passed({}, { locale })];
	if (!deadline || status === 'suspended') return [];
	const date = dateInWords(deadline.on, locale);
	if (deadline.step === 'completion') return [m.letter_finish_by_estimate({ date }, { locale })];
	return [
		deadline.source === 'printed'
			? m.letter_register_by_printed({ date }, { locale })
			: m.letter_register_by_estimate({ date }, { locale }),
	];
};

/** French and Dutch are the languages of the administration; every other text is information and says so. */
const noteWords = ({ letterLanguage }: Letter, locale: Language, { operator }: LetterSetting): string[] => {
	const runBy =
		operator === 'demonstration'
			? m.letter_run_by_demonstration({}, { locale })
			: m.letter_run_by({ operator: isolated(printable(operator)) }, { locale });
	if (locale === letterLanguage) return [runBy];
	const official =
		letterLanguage === 'fr'
			? m.letter_only_french_official({}, { locale })
			: m.letter_only_dutch_official({}, { locale });
	if (languageProfile(locale).checkedByTranslator) return [official, runBy];
	return [official, m.letter_not_checked({}, { locale }), runBy];
};

import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { communeOf, letterLanguageOf } from '#lib/domain/communes.ts';
import type { Language, LetterLanguage } from '#lib/domain/languages.ts';
import { fullName } from '#lib/domain/person.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import { dateInWords } from '#lib/i18n/dateInWords.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { messageWords } from '#lib/i18n/messageWords.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Destination, Notice } from '#lib/services/ports/channels.ts';
import type { LetterSetting } from './letterWords.ts';
import { isolated, printable } from './printable.ts';
import { typeset } from './typst.ts';

type To = Extract<Destination, { channel: 'letter' }>;

/**
 * A message as a letter (A4, PDF): in French or Dutch, as the person chose or as their commune writes, and below in the
 * person's language where that is another one.
 */
export const noticePdf = (to: To, notice: Notice, setting: LetterSetting): Promise<Uint8Array> => {
	const official = letterLanguageOf(notice.language, to.commune);
	const languages: Language[] = official === notice.language ? [official] : [official, notice.language];
	const data = {
		sender: setting.operator === 'demonstration' ? 'Halte' : `Halte · ${printable(setting.operator)}`,
		returnAddress: printable(notice.frontDesk?.postAddress ?? communeOf(to.commune)?.[official] ?? ''),
		address: addressLines(to, official),
		demonstration: setting.demonstration,
		languages: languages.map((language) => wordsIn(to, notice, language, setting)),
	};
	return Promise.resolve(typeset('notice', data).pdf());
};

const addressLines = ({ person, commune }: To, locale: LetterLanguage): string[] => {
	const { address } = person;
	if (!address) return [printable(fullName(person))];
	const door = address.box ? ` ${m.letter_box({ box: address.box }, { locale })}` : '';
	return [
		fullName(person),
		`${address.street} ${address.number}${door}`,
		`${address.postcode} ${communeOf(commune)?.[locale] ?? ''}`,
	].map(printable);
};

const wordsIn = (to: To, notice: Notice, locale: Language, { operator }: LetterSetting) => {
	const { script, direction } = languageProfile(locale);
	const commune = communeOf(to.commune);
	const place = isolated((locale === 'nl' ? commune?.nl : commune?.fr) ?? '');
	const date = dateInWords(brusselsToday(notice.writtenAt), locale);
	const phone = notice.frontDesk?.phone;
	return {
		...messageWords(notice, locale, (value) => isolated(printable(value))),
		...{ language: locale, script, rightToLeft: direction === 'rtl' },
		dated: [
			m.letter_dated({ place, date }, { locale }),
			m.letter_reference({ dossier: isolated(to.dossier) }, { locale }),
		],
		greeting: m.letter_greeting({ name: isolated(printable(fullName(to.person))) }, { locale }),
		ring: phone ? m.messages_phone({ phone: isolated(showPhoneNumber(phone)) }, { locale }) : null,
		demonstration: m.letter_demonstration({}, { locale }),
		runBy:
			operator === 'demonstration'
				? m.letter_run_by_demonstration({}, { locale })
				: m.letter_run_by({ operator: isolated(printable(operator)) }, { locale }),
	};
};

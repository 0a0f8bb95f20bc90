import { communeOf } from '#lib/domain/communes.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { LetterLanguage } from '#lib/domain/languages.ts';
import { fullName } from '#lib/domain/person.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Letter } from '#lib/services/issueLetter.ts';
import { letterWords } from './letterWords.ts';
import type { LetterSetting } from './letterWords.ts';
import { printable } from './printable.ts';
import { qrCodeSvg } from './qrCode.ts';
import { typeset } from './typst.ts';

/** Sizes of the text in points, the largest that fits on one page is taken; on two pages it is the largest. */
const sizes = { one: [13, 12.5, 12, 11.5], two: [11.5, 11, 10.5, 10, 9.6] };

/**
 * The letter as a PDF (A4): in French or Dutch, and in the person's language beside it where that is another one.
 * The only other place where the code stands is a keyed hash: this file is handed on and kept nowhere.
 */
export const letterPdf = async (letter: Letter, setting: LetterSetting): Promise<Uint8Array> => {
	const { letterLanguage, language } = letter;
	const both = language === letterLanguage ? [letterLanguage] : [letterLanguage, language];
	const commune = communeOf(letter.commune);
	const data = {
		dossier: letter.dossier,
		commune: [m.letter_commune({}, { locale: 'fr' }), m.letter_commune({}, { locale: 'nl' })].join(' · '),
		sender: [...new Set([commune?.fr, commune?.nl])],
		returnAddress: contactLines(letter).post?.join(', ') ?? commune?.[letterLanguage] ?? '',
		address: addressLines(letter),
		demonstration: setting.demonstration,
		code: letter.code,
		qr: await qrCodeSvg(letter.url),
		languages: both.map((each) => letterWords(letter, each, setting)),
		contact: contactLines(letter),
	};
	const fitting = both.length === 1 ? sizes.one : sizes.two;
	for (const size of fitting) {
		const set = typeset('letter', { ...data, size });
		if (set.pages === 1) return set.pdf();
	}
	return typeset('letter', { ...data, size: fitting[0] }).pdf();
};

/** What stands in the window of the envelope; someone without an address gets the letter at the counter. */
const addressLines = ({ person, commune, letterLanguage: locale }: Letter): string[] => {
	const name = fullName(person);
	if (!person.address) return [name, m.letter_hand_over({}, { locale })].map(printable);
	const { street, number, box, postcode } = person.address;
	const door = box ? ` ${m.letter_box({ box }, { locale })}` : '';
	return [name, `${street} ${number}${door}`, `${postcode} ${communeOf(commune)?.[locale] ?? ''}`].map(
		printable,
	);
};

/** Where people are, as lines to print; null where it is not known. */
const contactLines = ({ counter, frontDesk, commune, letterLanguage }: Letter) => {
	const inLetter = (text: string) => oneLanguage(text, letterLanguage);
	const door = counter?.street
		? [
				inLetter(letterLanguage === 'nl' ? counter.nameNl : counter.nameFr),
				`${inLetter(counter.street)} ${counter.number ?? ''}`,
				`${counter.postcode ?? ''} ${communeOf(commune)?.[letterLanguage] ?? ''}`,
			].map(printable)
		: null;
	const phone = counter?.phone ?? frontDesk?.phone;
	const post = counter?.postAddress ?? frontDesk?.postAddress;
	return {
		counter: door,
		phone: phone ? [showPhoneNumber(phone)] : null,
		post: post ? [printable(post)] : (door?.slice(1) ?? null),
	};
};

/** Streets and squares of Brussels are often written in both languages, "Rue Neuve / Nieuwstraat": the letter takes one. */
const oneLanguage = (text: string, language: LetterLanguage): string => {
	const [french = '', dutch] = text.split(' / ');
	return language === 'nl' && dutch ? dutch : french;
};

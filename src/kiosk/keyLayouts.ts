import type { Language } from '#lib/domain/languages.ts';

// Which keys stand where, row by row: data and nothing else. From left to right also where people write from right to
// left, as on the keyboards they know.

/** A set of keys, and what a key that leads to it shows. */
export type Layout = { sample: string; rows: readonly string[] };

const figures = '1234567890';
const azerty = ['azertyuiop', 'qsdfghjklm', "wxcvbn',.?-"];
const qwerty = ['qwertyuiop', 'asdfghjkl', "zxcvbnm',.?-"];

const latin = (...rows: string[]): Layout => ({ sample: 'abc', rows });
const cyrillic = (...rows: string[]): Layout => ({ sample: 'абв', rows });
const arabic = (...rows: string[]): Layout => ({ sample: 'ا ب ت', rows });

/** The letters of each language, with the signs that its sentences need. */
export const letters: Record<Language, Layout> = {
	// In Belgium both languages are written on the same keys.
	fr: latin(...azerty, 'éèàçùêâîôûëïœ'),
	nl: latin(...azerty, 'éëïöüèêáóí'),
	en: latin(...qwerty, 'éèëïöüçñáà'),
	es: latin('qwertyuiop', 'asdfghjklñ', "zxcvbnm',.?-", 'áéíóúü¿¡!'),
	pt: latin('qwertyuiop', 'asdfghjklç', "zxcvbnm',.?-", 'ãõáéíóúâêôàº'),
	tr: latin('qwertyuıopğü', 'asdfghjklşi', "zxcvbnmöç',.?-", 'âîûéèêëàñ'),
	ru: cyrillic('йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбюё,.?-'),
	uk: cyrillic('йцукенгшщзхї', 'фівапролджєґ', "ячсмитьбю',.?-"),
	ar: arabic('ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرىةوزظذ', 'أإآ،؛؟.-'),
	fa: arabic('ضصثقفغعهخحجچ', 'شسیبلاتنمکگ', 'ظطزژرذدپوئ', 'آأءؤۀ\u200c،؛؟.-'),
	ps: arabic('ضصثقفغعهخحجچ', 'شسیبلاتنمکګ', 'ظطزژرذدپوېۍي', 'ټډړږښڼځڅئآءۀ', 'أؤ\u200c،؛؟.-'),
	// The first form of each consonant, in the order of the alphabet; the keys above them show its other forms.
	ti: {
		sample: 'ሀለሐ',
		rows: ['ሀለሐመሠረሰሸቀቐ', 'በቨተቸኀነኘአከኸ', 'ወዐዘዠየደጀገጠጨ', 'ጰጸፀፈፐቈቘኰዀጐ', '፡።፣፤፥?.-'],
	},
};

/** For what is written in Latin letters whatever the language: mailboxes, papers, names as they stand on a card. */
export const layouts = {
	latin: latin(figures, ...azerty, 'éèëçöüïñ'),
	mail: { sample: 'abc', rows: [figures, 'azertyuiop', 'qsdfghjklm', 'wxcvbn-_.@'] },
	code: { sample: 'ABC', rows: [figures, 'AZERTYUIOP', 'QSDFGHJKLM', 'WXCVBN-'] },
	signs: { sample: '123 ?!', rows: [figures, '.,:;?!-_\'"', '@&/+=*%$€#', '()'] },
	digits: { sample: '123', rows: ['123', '456', '789', '+0'] },
} satisfies Record<string, Layout>;

/** What a key shows that writes something nobody sees. */
export const unseen: Readonly<Record<string, string>> = { '\u200c': 'نیم‌فاصله' };

/** Takes a letter of Ethiopic and returns all forms of its consonant; none for what has no forms. */
export const formsOf = (letter: string): string[] => {
	const code = letter.codePointAt(0) ?? 0;
	// Unicode gives each consonant eight places in a row, from U+1200 on.
	if (code < 0x1200 || code > 0x135a) return [];
	const first = code - (code % 8);
	return Array.from({ length: 8 }, (_, index) => String.fromCodePoint(first + index)).filter((form) =>
		/\p{L}/u.test(form),
	);
};

// The letters of an SMS: 3GPP TS 23.038, 6.2.1. Of any other letter the whole text is sent as UTF-16.

const basic =
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

/** How an SMS travels: in 7-bit letters or in UTF-16, and in how many parts (3GPP TS 23.040, 9.2.3.24.1). */
export type SmsShape = { encoding: 'gsm7' | 'ucs2'; segments: number };

/** Takes the text of an SMS and returns how it travels; phones show the parts as one text. */
export function smsShape(text: string): SmsShape {
	const letters = [...text];
	if (letters.every((letter) => basic.includes(letter) || extended.includes(letter))) {
		const length = letters.reduce((sum, letter) => sum + (extended.includes(letter) ? 2 : 1), 0);
		return { encoding: 'gsm7', segments: length <= 160 ? 1 : Math.ceil(length / 153) };
	}
	return { encoding: 'ucs2', segments: text.length <= 70 ? 1 : Math.ceil(text.length / 67) };
}

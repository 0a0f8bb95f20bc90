import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import { isolate } from '#lib/i18n/isolate.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { messageWords } from '#lib/i18n/messageWords.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Notice } from '#lib/services/ports/channels.ts';
import { printable } from '../documents/printable.ts';
import { messagePlace } from './messagePlace.ts';

/** Who runs this Halte, and where it is. */
export type MailSetting = { origin: string; operator: string };

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Takes a message and returns its e-mail: subject, text, and the same as simple HTML that any reader shows. */
export const mailText = (notice: Notice, { origin, operator }: MailSetting) => {
	const locale = notice.language;
	const { title, course, paper, facts, next } = messageWords(notice, locale, (value) =>
		isolate(printable(value)),
	);
	const phone = notice.frontDesk?.phone;
	const ring = phone ? [m.messages_phone({ phone: isolate(showPhoneNumber(phone)) }, { locale })] : [];
	const address = `${origin}/${locale}/${messagePlace(notice.kind)}`;
	const more = m.messages_more({}, { locale });
	const why = m.messages_why({}, { locale });
	const signed = operator === 'demonstration' ? 'Halte' : `Halte, ${isolate(printable(operator))}`;
	const told = [course, paper, ...facts].filter((line) => line !== null);
	const { tag, direction } = languageProfile(locale);
	const paragraph = (lines: string[]) => `<p>${lines.map(escape).join('<br>')}</p>`;
	return {
		subject: `Halte: ${title}`,
		text: [title, told.join('\n'), [next, ...ring].join('\n'), `${more}\n${address}`, why, signed]
			.filter((part) => part !== '')
			.join('\n\n'),
		html: [
			`<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><title>${escape(title)}</title></head>`,
			'<body style="font-family: sans-serif; font-size: 18px; line-height: 1.5; color: #14201b; background: #ffffff">',
			`<h1 style="font-size: 22px">${escape(title)}</h1>`,
			...(told.length > 0 ? [paragraph(told)] : []),
			paragraph([next, ...ring]),
			`<p>${escape(more)}<br><a href="${escape(address)}" dir="ltr">${escape(address)}</a></p>`,
			`<p style="color: #3b4842">${escape(why)}</p><p>${escape(signed)}</p></body></html>`,
		].join('\n'),
	};
};

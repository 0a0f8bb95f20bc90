import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { messageWords } from '#lib/i18n/messageWords.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Notice } from '#lib/services/ports/channels.ts';
import { printable } from '../documents/printable.ts';

/**
 * A message as an SMS: who writes, what, when, where, what next, and the number to ring. Old telephones show the marks
 * that set a direction as boxes, so there are none: numbers are written without spaces, which keeps them in order.
 */
export const shortText = (notice: Notice): string => {
	const { title, course, facts, next } = messageWords(notice, notice.language, printable);
	const phone = notice.frontDesk?.phone;
	const ring =
		phone &&
		m.messages_phone({ phone: showPhoneNumber(phone).replace(/\s/g, '') }, { locale: notice.language });
	const stop = languageProfile(notice.language).script === 'ethiopic' ? '።' : '.';
	return [`Halte: ${title}${stop}`, course && `${course}${stop}`, ...facts, next, ring]
		.filter(Boolean)
		.join(' ')
		.replace(/[\u2066-\u2069]/g, '');
};

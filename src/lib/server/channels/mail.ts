import { createTransport } from 'nodemailer';
import { languageProfile } from '#lib/i18n/languages.ts';
import type { Delivery, Destination, Notice } from '#lib/services/ports/channels.ts';
import { mailText } from './mailText.ts';
import type { MailSetting } from './mailText.ts';
import type { MailSettings } from '../channelSettings.ts';

/** Makes a calendar file (RFC 5545) for a message; null where there is nothing to put into a calendar. */
export type CalendarOf = (notice: Notice) => { method: 'PUBLISH' | 'CANCEL'; content: string } | null;

const mostMs = 30_000;
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/**
 * Hands a message to the mail server, as text and as simple HTML. What the server refuses for this address (5xx) is not
 * tried again; everything else (4xx, no answer, a wrong password of ours) is.
 */
export const sendMail = async (
	{ url, from, calendarOf, ...setting }: MailSettings & MailSetting & { calendarOf?: CalendarOf },
	{ address }: Extract<Destination, { channel: 'email' }>,
	notice: Notice,
): Promise<Delivery> => {
	const { subject, text, html } = mailText(notice, setting);
	const calendar = calendarOf?.(notice) ?? null;
	const transport = createTransport({
		url,
		...patience,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	// The server may be slow at each of many steps: all together they must end before the message is given to another.
	const tooLong = setTimeout(() => transport.close(), mostMs);
	try {
		await transport.sendMail({
			...{ from, to: { name: '', address }, subject, text, html },
			// The same message sent again has the same id: most readers show it once (RFC 5322, 3.6.4).
			messageId: `<${notice.id}@${new URL(setting.origin).hostname}>`,
			date: notice.writtenAt,
			headers: {
				'Auto-Submitted': 'auto-generated',
				'Content-Language': languageProfile(notice.language).tag,
			},
			...(calendar ? { icalEvent: { filename: 'halte.ics', ...calendar } } : {}),
		});
		return { outcome: 'accepted' };
	} catch (error) {
		return judge(error);
	} finally {
		clearTimeout(tooLong);
		transport.close();
	}
};

const judge = (error: unknown): Delivery => {
	const { responseCode = 0, code = '' } = error as { responseCode?: number; code?: string };
	const isOurFault = code === 'EAUTH' || code === 'ECONNECTION' || code === 'ETLS';
	if (responseCode >= 500 && !isOurFault) return { outcome: 'refused' };
	return { outcome: 'later', reason: responseCode > 0 ? `smtp_${responseCode}` : 'not_reached' };
};

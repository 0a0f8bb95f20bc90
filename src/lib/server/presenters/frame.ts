import { brusselsClock, brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { Language, LetterLanguage } from '#lib/domain/languages.ts';
import { runtime } from '#lib/server/runtime.ts';
import { contactOf, findFrontDesk, rememberDesk } from './contact.ts';
import type { Contact } from './contact.ts';

/** What stands around every page, also around an error. */
export type Frame = {
	language: Language;
	original: LetterLanguage | null;
	contact: Contact | null;
	operator: string;
	demonstration: boolean;
	requestId: string;
	/** The day in Brussels, for what is printed. */
	today: CalendarDate;
	/** When this copy was made, of a page that is kept for reading without a network. */
	copiedAt: { date: CalendarDate; time: string } | null;
};

const desk = rememberDesk(() => findFrontDesk(runtime().deps.store));

/** Takes what is known of the request and returns the frame of its page; it never fails, for errors need it too. */
export const frameOf = async (locals: App.Locals): Promise<Frame> => {
	const { deps, settings } = runtime();
	const now = deps.now();
	return {
		language: locals.language,
		original: locals.original,
		contact: contactOf(await desk.read(now.getTime()), locals.language),
		operator: settings.operator,
		demonstration: settings.demonstration,
		requestId: locals.requestId,
		today: brusselsToday(now),
		copiedAt: locals.isCopy ? brusselsClock(now) : null,
	};
};

import type { PartialDate } from '#lib/domain/dates.ts';
import { m } from '#lib/paraglide/messages.js';
import { dateInWords, dayInWords, partialDateInWords } from './dateInWords.ts';
import { isolate } from './isolate.ts';
import { inReadersLanguage } from './originals.ts';

/**
 * Takes a calendar date and says it in the language of the request, to stand in a sentence: isolated from the
 * direction of the text around it, and with its French or Dutch beside it where the reader asked for the original.
 */
export const sayDate = (date: string): string =>
	inReadersLanguage((language) => isolate(dateInWords(date, language)));

/** The same without the year, for a day of the next weeks. */
export const sayDay = (date: string): string =>
	inReadersLanguage((language) => isolate(dayInWords(date, language)));

/** Says the day of a deadline to stand in a sentence; one that stands on no letter says that it is an estimate. */
export const sayDeadline = ({ on, source }: { on: string; source: 'printed' | 'estimate' }): string =>
	source === 'printed' ? sayDate(on) : m.pathway_date_estimate({ date: sayDate(on) });

/** The same for a date of which the day, or month and day, may be unknown. */
export const sayPartialDate = (date: PartialDate): string =>
	inReadersLanguage((language) => isolate(partialDateInWords(date, language)));

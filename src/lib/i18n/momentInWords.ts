import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import type { Language } from '#lib/domain/languages.ts';
import { dateInWords } from './dateInWords.ts';

/** Takes an instant and a language and returns its date in words and its time, both as Brussels shows them. */
export const momentInWords = (instant: Date, language: Language): { date: string; time: string } => {
	const { date, time } = brusselsClock(instant);
	return { date: dateInWords(date, language), time };
};

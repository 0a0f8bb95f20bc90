import { ownAddress, samePage } from '#lib/i18n/samePage.ts';
import type { Language } from '#lib/domain/languages.ts';

/**
 * Takes where someone wanted to go before signing in and returns an address of this site in the language of the page:
 * theirs, or the line. Another site, or signing in and out itself, is no place to go.
 */
export const afterSignIn = (to: string | null, origin: string, language: Language): string => {
	const wanted = ownAddress(to, origin);
	const page = wanted && samePage(wanted, language);
	const line = `/${language}/pathway`;
	return page && !/^\/[a-z]{2}(\/(sign-in|language)\b.*)?$/.test(page) ? page : line;
};

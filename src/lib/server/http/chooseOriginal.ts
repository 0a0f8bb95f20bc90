import type { RequestEvent } from '@sveltejs/kit';
import type { Language, LetterLanguage } from '#lib/domain/languages.ts';

const cookie = 'halte-original';

const isOriginal = (tag: string | null | undefined): tag is LetterLanguage => tag === 'fr' || tag === 'nl';

/**
 * Which language of reference to show under the texts: the one asked for with `?original=fr` or `nl`, from then on for
 * this visit, until `?original=none`. French and Dutch pages are the original: they show none.
 */
export const chooseOriginal = (
	{ url, cookies }: Pick<RequestEvent, 'url' | 'cookies'>,
	language: Language,
): LetterLanguage | null => {
	const asked = url.searchParams.get('original');
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' } as const;
	if (isOriginal(asked)) cookies.set(cookie, asked, options);
	if (asked === 'none') cookies.delete(cookie, options);
	const kept = asked ?? cookies.get(cookie);
	return isOriginal(kept) && !isOriginal(language) ? kept : null;
};

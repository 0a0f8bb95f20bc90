import { isLanguage } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';

/** Kit's `?/action` says which button was pressed, and `original` what is shown beside: neither says which page it is. */
const pageSearch = (search: string): string =>
	search
		.replace(/^\?/, '')
		.split('&')
		.filter((part) => part !== '' && !/^(\/|%2F|original=)/i.test(part))
		.join('&');

/** Takes an address of this site and returns the same page in another language; pages without a language lead to its home. */
export const samePage = (url: Pick<URL, 'pathname' | 'search'>, language: Language): string => {
	const [, named = '', ...rest] = url.pathname.split('/');
	const page = isLanguage(named) && rest.length > 0 ? `/${rest.join('/')}` : '';
	const search = isLanguage(named) ? pageSearch(url.search) : '';
	return `/${language}${page}${search ? `?${search}` : ''}`;
};

/**
 * Where the form of a page is posted to: the page itself, said without the fragment that its address may have by now.
 * A browser takes that along through every redirection, also to a page where it means nothing.
 */
export const sameForm = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string => pathname + search;

/** Takes what came in as `to` and returns it as an address of this site, or null when it leads anywhere else. */
export const ownAddress = (to: string | null, origin: string): URL | null => {
	if (!to?.startsWith('/')) return null;
	const url = URL.parse(to, origin);
	return url?.origin === origin ? url : null;
};

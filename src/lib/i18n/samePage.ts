import { isLanguage } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';

/** Kit's `?/action` says which button was pressed, and `original` what is shown beside: neither says which page it is. */
const pageSearch = (search: string): string =>
	search
		.replace(/^\?/, '')
		.split('&')
		.filter((part) => part !== '' && !/^(\/|%2F|original=)/i.test(part))
		.join('&');

type Address = Pick<URL, 'pathname' | 'search'>;

/** Takes an address of this site and returns what follows the language in it; pages without a language have nothing there. */
export const pageOf = (url: Address): string => {
	const [, named = '', ...rest] = url.pathname.split('/');
	if (!isLanguage(named)) return '';
	const search = pageSearch(url.search);
	return (rest.length > 0 ? `/${rest.join('/')}` : '') + (search ? `?${search}` : '');
};

/** Takes an address of this site and returns the same page in another language; pages without a language lead to its home. */
export const samePage = (url: Address, language: Language): string => `/${language}${pageOf(url)}`;

/**
 * Where the form of a page is posted to: the page itself, said without the fragment that its address may have by now.
 * A browser takes that along through every redirection, also to a page where it means nothing.
 */
export const sameForm = ({ pathname, search }: Address): string => pathname + search;

/** Takes what came in as `to` and returns it as an address of this site, or null when it leads anywhere else. */
export const ownAddress = (to: string | null, origin: string): URL | null => {
	if (!to?.startsWith('/')) return null;
	const url = URL.parse(to, origin);
	return url?.origin === origin ? url : null;
};

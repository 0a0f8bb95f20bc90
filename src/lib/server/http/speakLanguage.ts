import type { Handle, RequestEvent } from '@sveltejs/kit';
import { chooseLanguage, isLanguage } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { isOfKiosk } from '#lib/i18n/kioskAddress.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { showOriginals } from '#lib/i18n/originals.ts';
import { withLanguage } from '#lib/i18n/requestLanguage.ts';
import { acceptedLanguages } from './acceptedLanguages.ts';
import { chooseOriginal } from './chooseOriginal.ts';

/**
 * Takes a page for a screen that many people use and returns it so that the browser keeps nothing typed into it: no list
 * of what others wrote, no form filled in again after a fall (HTML, 4.10.18.7). Here, so that no field is forgotten.
 */
const forgetful = (html: string): string =>
	html
		.replaceAll(/ autocomplete="[^"]*"/g, ' autocomplete="off"')
		.replaceAll('<form ', '<form autocomplete="off" ');

const isShared = ({ kiosk, signIn }: App.Locals): boolean => kiosk || Boolean(signIn?.sharedDevice);

/** Takes a page and says its language where it begins; only there is it read, for a page is long. */
const inLanguage = (html: string, language: Language): string => {
	const head = html.indexOf('<head');
	const opening = html
		.slice(0, head)
		.replace('%halte.lang%', language)
		.replace('%halte.dir%', languageProfile(language).direction);
	return opening + html.slice(head);
};

/** The language where the address names none: the remembered one, else the first of the browser's that Halte has, or French. */
const withoutAddress = ({ cookies, request }: Pick<RequestEvent, 'cookies' | 'request'>): Language => {
	const remembered = cookies.get('halte-language') ?? '';
	if (isLanguage(remembered)) return remembered;
	return chooseLanguage(acceptedLanguages(request.headers.get('accept-language')), 'fr');
};

/** Answers in the language of the address; outside of one (`/`), in the remembered language, the browser's or French. */
export const speakLanguage: Handle = async ({ event, resolve }) => {
	const named = event.url.pathname.split('/')[1] ?? '';
	const language = isLanguage(named) ? named : withoutAddress(event);
	const original = chooseOriginal(event, language);
	event.locals.language = language;
	event.locals.original = original;
	event.locals.kiosk = isOfKiosk(event.url.pathname);
	const response = await withLanguage(
		language,
		() =>
			resolve(event, {
				transformPageChunk: ({ html }) => {
					const page = inLanguage(html, language);
					const kept = isShared(event.locals) ? forgetful(page) : page;
					return original ? showOriginals(kept, original) : kept;
				},
			}),
		original,
		event.locals.kiosk,
	);
	// Only pages have words: a file outside of a language is the same for everybody.
	if (!isLanguage(named) && response.headers.get('content-type')?.startsWith('text/html'))
		response.headers.append('Vary', 'Accept-Language, Cookie');
	return response;
};

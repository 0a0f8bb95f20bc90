import type { Handle } from '@sveltejs/kit';
import { isLanguage } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { isOfKiosk } from '#lib/i18n/kioskAddress.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { showOriginals } from '#lib/i18n/originals.ts';
import { withLanguage } from '#lib/i18n/requestLanguage.ts';
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

/** Answers in the language of the address; outside of one (`/`), in the remembered language or French. */
export const speakLanguage: Handle = ({ event, resolve }) => {
	const named = event.url.pathname.split('/')[1] ?? '';
	const remembered = event.cookies.get('halte-language') ?? '';
	const language = isLanguage(named) ? named : isLanguage(remembered) ? remembered : 'fr';
	const original = chooseOriginal(event, language);
	event.locals.language = language;
	event.locals.original = original;
	event.locals.kiosk = isOfKiosk(event.url.pathname);
	return withLanguage(
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
};

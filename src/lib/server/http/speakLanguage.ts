import type { Handle } from '@sveltejs/kit';
import { isLanguage } from '#lib/domain/languages.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { showOriginals } from '#lib/i18n/originals.ts';
import { withLanguage } from '#lib/i18n/requestLanguage.ts';
import { chooseOriginal } from './chooseOriginal.ts';

/** Answers in the language of the address; outside of one (`/`), in the remembered language or French. */
export const speakLanguage: Handle = ({ event, resolve }) => {
	const named = event.url.pathname.split('/')[1] ?? '';
	const remembered = event.cookies.get('halte-language') ?? '';
	const language = isLanguage(named) ? named : isLanguage(remembered) ? remembered : 'fr';
	const original = chooseOriginal(event, language);
	event.locals.language = language;
	event.locals.original = original;
	const { direction } = languageProfile(language);
	return withLanguage(
		language,
		() =>
			resolve(event, {
				transformPageChunk: ({ html }) => {
					const page = html.replace('%halte.lang%', language).replace('%halte.dir%', direction);
					return original ? showOriginals(page, original) : page;
				},
			}),
		original,
	);
};

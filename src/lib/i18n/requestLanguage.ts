import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '#lib/domain/languages.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

const current = new AsyncLocalStorage<Language>();

overwriteGetLocale(() => current.getStore() ?? 'fr');

/** Runs `work` so that every message read inside it is in `language`. */
export const withLanguage = <T>(language: Language, work: () => T): T => current.run(language, work);

/** The language of the request being answered; French outside of one. */
export const requestLanguage = (): Language => current.getStore() ?? 'fr';

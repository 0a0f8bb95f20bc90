import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language, LetterLanguage } from '#lib/domain/languages.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

type Reading = { language: Language; original: LetterLanguage | null; atKiosk: boolean };

const current = new AsyncLocalStorage<Reading>();

overwriteGetLocale(() => requestLanguage());

/**
 * Runs `work` so that every message read inside it is in `language`, on pages with `original` under each text, and every
 * address made inside it stays at the kiosk where it is asked for there.
 */
export const withLanguage = <T>(
	language: Language,
	work: () => T,
	original: LetterLanguage | null = null,
	atKiosk = false,
): T => current.run({ language, original, atKiosk }, work);

const outside: Reading = { language: 'fr', original: null, atKiosk: false };

/**
 * How the request being answered is read: its language, the language of reference to show under each text, if any, and
 * whether it is read at a kiosk. French alone outside of one.
 */
export const reading = (): Readonly<Reading> => current.getStore() ?? outside;

/** The language of the request being answered; French outside of one. */
export const requestLanguage = (): Language => reading().language;

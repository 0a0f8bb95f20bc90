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

/** The language of the request being answered; French outside of one. */
export const requestLanguage = (): Language => current.getStore()?.language ?? 'fr';

/** The language of reference that the reader wants to see under each text, if any. */
export const requestOriginal = (): LetterLanguage | null => current.getStore()?.original ?? null;

/** Whether the page being answered is one of the kiosk. */
export const isAtKiosk = (): boolean => current.getStore()?.atKiosk ?? false;

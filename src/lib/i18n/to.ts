import { getLocale } from '#lib/paraglide/runtime.js';

/** The address of a page in the language of this request: `to('/courses')` is `/ar/courses` for a reader of Arabic. */
export const to = (path: `/${string}`): string => `/${getLocale()}${path === '/' ? '' : path}`;

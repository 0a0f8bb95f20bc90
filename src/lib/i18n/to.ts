import { getLocale } from '#lib/paraglide/runtime.js';
import { atKiosk } from './kioskAddress.ts';
import { reading } from './requestLanguage.ts';

/**
 * The address of a page in the language of this request: `to('/courses')` is `/ar/courses` for a reader of Arabic, and
 * `/ar/kiosk/courses` for one who reads it at a counter.
 */
export const to = (path: `/${string}`): string => {
	const page = reading().atKiosk ? atKiosk(path) : path;
	return `/${getLocale()}${page === '/' ? '' : page}`;
};

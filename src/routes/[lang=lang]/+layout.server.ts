import type { LayoutServerLoad } from './$types';

/** Remembers the language of the last page, so that the first screen offers it first. */
export const load: LayoutServerLoad = ({ cookies, locals, url }) => {
	// A screen of many people remembers nobody's, and neither does a device of others once it was left.
	if (locals.kiosk || locals.othersDevice === 'left') return;
	if (cookies.get('halte-language') === locals.language) return;
	cookies.set('halte-language', locals.language, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		maxAge: 365 * 24 * 3600,
	});
};

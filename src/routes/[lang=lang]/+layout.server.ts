import type { LayoutServerLoad } from './$types';

/** Remembers the language of the last page, so that the first screen offers it first. */
export const load: LayoutServerLoad = ({ cookies, locals, url }) => {
	// A screen of many people remembers nobody's, and a device of others only while somebody is signed in.
	if (locals.kiosk || locals.abandonedBy || cookies.get('halte-language') === locals.language) return;
	cookies.set('halte-language', locals.language, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		...(locals.signIn?.sharedDevice ? {} : { maxAge: 365 * 24 * 3600 }),
	});
};

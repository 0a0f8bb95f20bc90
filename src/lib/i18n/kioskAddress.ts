// The kiosk shows the pages of everybody under addresses of its own, `/fr/kiosk/courses` for `/fr/courses`: one page,
// one service, two frames. What cannot be done on a screen of others (files, passkeys, keys of a browser) has no twin.

const twins =
	/^\/(help|offices|courses|bookings|check|verify|pathway|attestations|me|privacy|accessibility|about|demonstration)(\/|$)|^\/(sign-in|language|refused)$/;
const withoutTwin = /^\/me\/.|\.(ics|pdf)$/;

/** The first screen, the same for everybody whoever was here last: it asks for the language. */
export const firstScreenOfKiosk = '/fr/kiosk';

const hasTwin = (path: string): boolean => twins.test(path) && !withoutTwin.test(path);

/** Takes the address of a page behind its language and returns where it is at the kiosk; `/` is the kiosk's own first page. */
export const atKiosk = (path: string): string => {
	const [page = ''] = path.split(/[?#]/, 1);
	if (page === '/' || page === '') return '/kiosk/home';
	return hasTwin(page) ? `/kiosk${path}` : path;
};

/** Takes the path of an address, and returns that of the page which the kiosk shows there; null where it shows its own. */
export const shownAtKiosk = (pathname: string): string | null => {
	const [, language = '', page = ''] = /^(\/[a-z]{2})\/kiosk(\/.+)$/.exec(pathname) ?? [];
	return hasTwin(page) ? language + page : null;
};

/** Whether an address is one of the kiosk. */
export const isOfKiosk = (pathname: string): boolean => /^\/[a-z]{2}\/kiosk(\/|$)/.test(pathname);

/** Takes an address of this site and returns the same at the kiosk; as it is where it is there already or has no twin. */
export const keptAtKiosk = (address: string): string => {
	const [, language = '', page = ''] = /^(\/[a-z]{2})((?:[/?#].*)?)$/.exec(address) ?? [];
	return language && !isOfKiosk(address) ? language + atKiosk(page) : address;
};

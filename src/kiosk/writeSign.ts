import { finished, onward, onwardFor } from './signs.ts';

const write = (name: string, value: string, seconds: number | null): void => {
	const isSecure = location.protocol === 'https:';
	const age = seconds === null ? '' : `; max-age=${seconds}`;
	document.cookie = `${isSecure ? '__Host-' : ''}${name}=${value}; path=/; samesite=strict${age}${isSecure ? '; secure' : ''}`;
	// A browser may write it in its own time, after it asked for the next page; whoever reads has to wait until it is there.
	void document.cookie;
};

/** Says that this page, which is open, asks for the next one. */
export const sayOnward = (how: 'on' | 'back'): void => write(onward, how, onwardFor);

/** Takes it back: the next page is there, and whatever comes after it has to be asked for by itself. */
export const sayArrived = (): void => write(onward, '', 0);

/** Remembers, whatever page comes next, that the visit is over. */
export const sayFinished = (): void => write(finished, 'yes', null);

/** Says {@link sayOnward} whenever this page leads to another, as long as `isOpen`. A page that is closed says nothing. */
export const sayWhenLeading = (isOpen: () => boolean): void => {
	const say = (): void => {
		if (isOpen()) sayOnward('on');
	};
	// Every way a page leads on, by scripts too; not in all browsers yet.
	if ('navigation' in globalThis) {
		navigation.addEventListener('navigate', ({ navigationType, destination }) => {
			const leads = navigationType === 'push' || navigationType === 'replace';
			if (leads && !destination.sameDocument && URL.parse(destination.url)?.origin === location.origin) say();
		});
		return;
	}
	document.addEventListener('submit', say, true);
	document.addEventListener(
		'click',
		({ target }) => {
			if (target instanceof Element && target.closest('a[href^="/"]')) say();
		},
		true,
	);
};

/** What browsers that can put a site among their apps announce (Chromium; no standard yet). */
type InstallEvent = Event & { prompt(): Promise<unknown> };

/** Shows the button that adds Halte to the home screen where the browser can do that; elsewhere the words beside it do. */
export const offerInstall = (place: HTMLElement): void => {
	const button = place.querySelector('button');
	if (!button) return;
	let waiting: InstallEvent | null = null;
	window.addEventListener('beforeinstallprompt', (event) => {
		waiting = event as InstallEvent;
		place.hidden = false;
	});
	window.addEventListener('appinstalled', () => (place.hidden = true));
	button.addEventListener('click', () => {
		void waiting?.prompt();
		// A browser asks once for each announcement.
		waiting = null;
		place.hidden = true;
	});
};

// On a device that others use too: the sign-in lives as long as somebody does something here, a question comes before
// it ends, and then the page goes, so that nothing stays on the screen. The server keeps the same times by itself.

const minute = 60_000;

const watch = (place: HTMLElement): void => {
	const dialog = place.querySelector('dialog');
	const idle = Number(place.dataset['idle']);
	const ends = Number(place.dataset['ends']);
	const form = place.querySelector('form');
	let told = Date.now();
	let warnedOfEnd = false;
	let left = false;

	/** Any answer of the server means that it has seen the person. */
	const tell = (): void => {
		told = Date.now();
		void fetch('/healthz', { cache: 'no-store' }).catch(() => {});
	};
	const ask = (because: 'idle' | 'ends'): void => {
		if (!dialog || dialog.open) return;
		for (const reason of dialog.querySelectorAll<HTMLElement>('[data-because]'))
			reason.hidden = reason.dataset['because'] !== because;
		dialog.showModal();
	};
	/** Signs out on the server too: a browser's clock is not to be trusted with that. */
	const leave = (): void => {
		left = true;
		form?.querySelector('[name="because"]')?.setAttribute('value', 'time');
		form?.submit();
	};
	const look = (): void => {
		const now = Date.now();
		if (left) return;
		if (now >= Math.min(told + idle, ends)) leave();
		else if (now >= ends - minute && !warnedOfEnd) {
			warnedOfEnd = true;
			ask('ends');
		} else if (now >= told + idle - minute && now < ends - minute) ask('idle');
	};

	for (const event of ['pointerdown', 'keydown'])
		document.addEventListener(event, () => {
			if (Date.now() - told > minute && !dialog?.open) tell();
		});
	dialog?.addEventListener('close', tell);
	document.addEventListener('visibilitychange', look);
	setInterval(look, 1000);
};

const place = document.querySelector<HTMLElement>('[data-shared-device]');
if (place) watch(place);

// Small comforts for every page; without it everything works.

/** Remembers which field the person was in, so that the page comes back to it in another language. */
const rememberFocus = (): void => {
	document.addEventListener('focusin', ({ target }) => {
		if (!(target instanceof HTMLElement) || !target.id || target.closest('[data-languages]')) return;
		for (const hidden of document.querySelectorAll<HTMLInputElement>('input[name="_focus"]'))
			hidden.value = target.id;
	});
};

rememberFocus();

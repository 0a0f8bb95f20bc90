/** The header by which a script says whose page it runs on, as the page's forms do; none on a page of nobody. */
export const ownerOfPage = (): Record<string, string> => {
	const field = document.querySelector<HTMLInputElement>('input[name^="_for-"]');
	return field ? { 'X-Halte-For': field.name } : {};
};

/**
 * Takes a maker of formatters and returns one that makes each once: making one costs more than all its uses on a page.
 * For languages, of which there are few.
 */
export const onceForEach = <Name extends string, Made>(
	make: (language: Name) => Made,
): ((language: Name) => Made) => {
	const made = new Map<Name, Made>();
	return (language) => {
		const known = made.get(language);
		if (known !== undefined) return known;
		const fresh = make(language);
		made.set(language, fresh);
		return fresh;
	};
};

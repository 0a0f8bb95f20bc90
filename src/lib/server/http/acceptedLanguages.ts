/** More than any browser names; the rest of a header that somebody made long is not read. */
const mostRead = 50;

/**
 * Takes the header `Accept-Language` and returns the tags it names, best first, those of the same weight in their order;
 * without what it refuses, and without `*`, which names none (RFC 9110, 12.5.4).
 */
export const acceptedLanguages = (header: string | null): string[] =>
	(header ?? '')
		.split(',', mostRead)
		.map((range) => {
			const [tag = '', weight] = range.split(';').map((part) => part.trim());
			const digits = /^q=([01](?:\.\d{0,3})?)$/i.exec(weight ?? 'q=1')?.[1];
			return { tag, weight: Math.min(Number(digits ?? 0), 1) };
		})
		.filter(({ tag, weight }) => weight > 0 && tag !== '' && tag !== '*')
		.toSorted((one, other) => other.weight - one.weight)
		.map(({ tag }) => tag);

import * as v from 'valibot';

/** A setting that is any text but none: its name, and what it should be. */
export const text = (name: string, looksLike: string) =>
	v.pipe(v.string(), v.trim(), v.minLength(1, `${name} is empty: it should be ${looksLike}.`));

/** Takes a text and says whether it is a web address without a path, such as https://halte.example. */
export function isOrigin(value: string): boolean {
	const url = URL.parse(value);
	return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
}

/** A setting that is an address of one of these schemes. */
export const address = (name: string, schemes: RegExp, looksLike: string) =>
	v.pipe(
		v.string(),
		v.check(
			(value) => schemes.test(URL.parse(value)?.protocol ?? ''),
			`${name} should look like ${looksLike}.`,
		),
	);

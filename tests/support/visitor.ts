import type { Language } from '#lib/domain/languages.ts';
import type { ListedPerson } from '#lib/demonstration/listPeople.ts';

/** Somebody who asks by plain HTTP and keeps cookies, as a browser without scripts does. */
export type Visitor = {
	cookies: Map<string, string>;
	ask(path: string, init?: RequestInit): Promise<Response>;
	/** Posts a form from the page's own origin, unless `headers` say otherwise. */
	post(
		path: string,
		fields?: Record<string, string> | FormData | URLSearchParams,
		headers?: Record<string, string>,
	): Promise<Response>;
};

/** Cookies as a browser names them to the server (RFC 6265, 4.2.1). */
export const cookieHeader = (cookies: Iterable<[string, string]>): string =>
	[...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** Cookies as a browser that is driven by tests takes them over, for the site at this address. */
export const cookiesFor = (cookies: Iterable<[string, string]>, url: string) =>
	[...cookies].map(([name, value]) => ({ name, value, url }));

/** A new visitor, unknown to the Halte at this origin. */
export const newVisitor = (origin: string): Visitor => {
	const cookies = new Map<string, string>();
	const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
		const headers = new Headers(init.headers);
		if (!headers.has('accept')) headers.set('accept', 'text/html');
		if (cookies.size > 0) headers.set('cookie', cookieHeader(cookies));
		const response = await fetch(origin + path, { redirect: 'manual', ...init, headers });
		for (const set of response.headers.getSetCookie()) {
			const [pair = ''] = set.split(';');
			const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
			if (value === '' || /max-age=0/i.test(set)) cookies.delete(name);
			else cookies.set(name, value);
		}
		return response;
	};
	return {
		cookies,
		ask,
		post: (path, fields = {}, headers = {}) =>
			ask(path, {
				method: 'POST',
				headers: { origin, ...headers },
				body:
					fields instanceof FormData || fields instanceof URLSearchParams
						? fields
						: new URLSearchParams(fields),
			}),
	};
};

/** The fields of the sign-in form as a person fills them in; unknown parts of the date stay empty. */
export const signInFields = ({ code, birthDate }: Pick<ListedPerson, 'code' | 'birthDate'>) => {
	const [year = '', month = '', day = ''] = birthDate
		.split('-')
		.map((part) => (/^X+$/.test(part) ? '' : part));
	return { code, 'birthDate-day': day, 'birthDate-month': month, 'birthDate-year': year };
};

/** Signs somebody in by posting the form. Throws when it is refused. */
export const signInByForm = async (
	visitor: Visitor,
	person: Pick<ListedPerson, 'code' | 'birthDate'>,
	language: Language = 'fr',
): Promise<void> => {
	const response = await visitor.post(`/${language}/sign-in`, signInFields(person));
	if (response.status !== 303) throw new Error(`signing in was answered with ${response.status}`);
};

import { createHash } from 'node:crypto';
import { get } from 'node:http';
import { accessMatrix } from '../support/accessMatrix.ts';
import { expect, origin, test } from '../support/test.ts';
import { cookieHeader, newVisitor, signInByForm } from '../support/visitor.ts';

const bare = { signInOfA: 'x', session: 'x', callbackOfA: 'x', bookingOfA: 'x', attestationOfA: 'x' };
const pathOf = (row: (typeof accessMatrix)[number]) =>
	typeof row.path === 'string' ? row.path : row.path(bare);

/** What is wrong with the headers of an answer (OWASP ASVS 5.0, 3.4). */
const faultsOf = ({ headers, url }: Response): string[] => {
	const policy = headers.get('content-security-policy') ?? '';
	// The camera is for reading codes of attestations, and for nothing else.
	const camera = new URL(url).pathname.endsWith('/verify') ? 'camera=(self)' : 'camera=()';
	const wanted: Record<string, boolean> = {
		'a policy': /default-src 'none'/.test(policy),
		'a policy without unsafe-…': !/unsafe-|\*|https?:/.test(policy),
		'scripts of our own only': /script-src 'self'(;|$)/.test(policy) || !policy.includes('script-src'),
		'no frames': /frame-ancestors 'none'/.test(policy),
		nosniff: headers.get('x-content-type-options') === 'nosniff',
		'referrer: same origin': headers.get('referrer-policy') === 'same-origin',
		'permissions: none': (headers.get('permissions-policy') ?? '').includes(camera),
		'opener: same origin': headers.get('cross-origin-opener-policy') === 'same-origin',
		'kept in no cache': /no-store/.test(headers.get('cache-control') ?? ''),
		'a request id': /^\S{8,}$/.test(headers.get('x-request-id') ?? ''),
		'nothing about the software': !headers.has('x-powered-by') && !headers.has('server'),
	};
	return Object.entries(wanted)
		.filter(([, right]) => !right)
		.map(([what]) => what);
};

/** What holds nothing of anybody and may be kept for a while. */
const sameForAll = new Set([
	'/[lang=lang]/manifest.webmanifest',
	'/[x+2e]well-known/halte-keys.json',
	'/api/v1/attestations/status',
]);

test('every answer of the server carries its headers, whoever asks', async ({ personAt }) => {
	const signedIn = newVisitor(origin());
	await signInByForm(signedIn, personAt('registered', 'nl'));
	const asked = accessMatrix.filter(({ ask }) => ask === 'GET');
	// The counter last: whoever opens it is signed out by it.
	const isCounter = ({ route }: (typeof asked)[number]) => route.includes('kiosk');
	const rows = [...asked.filter((row) => !isCounter(row)), ...asked.filter(isCounter)];
	const wrong: string[] = [];
	for (const visitor of [newVisitor(origin()), signedIn])
		for (const row of rows)
			wrong.push(
				...faultsOf(await visitor.ask(pathOf(row)))
					.filter((fault) => fault !== 'kept in no cache' || !sameForAll.has(row.route))
					.map((fault) => `${row.route}: ${fault}`),
			);
	expect(wrong).toEqual([]);
});

test('so does every refusal and every error', async () => {
	const visitor = newVisitor(origin());
	const answers = {
		'a page that is not there': await visitor.ask('/fr/nowhere'),
		'an address that is not there': await visitor.ask('/nowhere'),
		'a wrong address': await visitor.ask('/%E0%A4%A'),
		'a long address': await visitor.ask(`/fr/${'a'.repeat(4000)}`),
		'a wrong method': await visitor.ask('/fr', { method: 'PUT', headers: { origin: origin() } }),
		'a form for a page without one': await visitor.post('/fr'),
		'an unknown action': await visitor.post('/fr/sign-in?/nonsense'),
		'a foreign form': await visitor.post('/fr/sign-in', {}, { origin: 'https://elsewhere.example' }),
	};
	const wrong = Object.entries(answers).flatMap(([name, response]) => [
		...faultsOf(response).map((fault) => `${name} (${response.status}): ${fault}`),
		...(response.status >= 500 || response.status < 400 ? [`${name} answers ${response.status}`] : []),
	]);
	const unfit = await visitor.post('/fr/sign-in');
	expect(unfit.status, 'an unfit form leads back to its page').toBe(303);
	wrong.push(...faultsOf(unfit).map((fault) => `an unfit form: ${fault}`));
	expect(wrong).toEqual([]);
});

test('files carry them too, and are kept for ever only where their name changes with them', async () => {
	const visitor = newVisitor(origin());
	const page = await (await visitor.ask('/fr')).text();
	const named = [...page.matchAll(/(?:href|src)="([^":]+\.\w+)"/g)].map(
		([, path]) => new URL(path ?? '', `${origin()}/fr`).pathname,
	);
	const files = [...new Set([...named, '/favicon.svg', '/_app/immutable/not-there.js'])];
	expect(files.length).toBeGreaterThan(4);
	const wrong: string[] = [];
	for (const file of files) {
		const response = await visitor.ask(file);
		const kept = /immutable/.test(response.headers.get('cache-control') ?? '');
		if (kept !== (file.startsWith('/_app/immutable/') && response.ok)) wrong.push(`${file}: cache`);
		const faults = faultsOf(response).filter((fault) => !/cache|request id/.test(fault));
		wrong.push(...faults.map((fault) => `${file}: ${fault}`));
	}
	expect(wrong).toEqual([]);
});

const contentTypes = [
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/json',
	'application/octet-stream',
	null,
];
const origins = ['https://elsewhere.example', 'null', null, origin().replace('http:', 'https:')];

test('a change asked for by another, an unnamed or no origin is refused, whatever its content type', async ({
	personAt,
	visitorAs,
}) => {
	const { cookies } = await visitorAs(personAt('proposal', 'nl'));
	const cookie = cookieHeader(cookies);
	const wrong: string[] = [];
	for (const row of accessMatrix.filter(({ ask }) => ask !== 'GET'))
		for (const contentType of contentTypes)
			for (const from of origins) {
				const headers = new Headers({ cookie, accept: 'text/html' });
				if (contentType) headers.set('content-type', contentType);
				if (from) headers.set('origin', from);
				const action = row.ask.split(' ')[1] ?? '';
				const response = await fetch(origin() + pathOf(row) + (pathOf(row).includes('?') ? '' : action), {
					method: 'POST',
					headers,
					body: new TextEncoder().encode('a=b'),
					redirect: 'manual',
				});
				if (response.status !== 403)
					wrong.push(`${row.route} ${row.ask}, ${contentType}, ${from}: ${response.status}`);
			}
	// Who names a bearer token and brings a cookie all the same is a browser.
	const headers = { cookie, authorization: 'Bearer x', origin: 'https://elsewhere.example' };
	const both = await fetch(`${origin()}/fr/help/complaint`, { method: 'POST', headers, body: 'a=b' });
	expect(both.status).toBe(403);
	expect(wrong).toEqual([]);
	const after = await visitorAs(personAt('proposal', 'nl'));
	expect((await after.ask('/fr/me')).status).toBe(200);
});

test('whoever opens it by another name of this machine signs in there all the same', async ({ personAt }) => {
	const visitor = newVisitor(origin().replace('localhost', '127.0.0.1'));
	await signInByForm(visitor, personAt('proposal', 'fr'));
	expect((await visitor.ask('/fr/me')).status).toBe(200);
});

test('cookies are for the server only, for this site only, and say so', async ({ personAt }) => {
	const person = personAt('completed', 'nl');
	const visitor = newVisitor(origin());
	const [year, month, day] = person.birthDate.split('-');
	const answers = [
		await visitor.ask('/fr'),
		await visitor.post('/fr/sign-in', {
			code: person.code,
			'birthDate-year': year ?? '',
			'birthDate-month': month ?? '',
			'birthDate-day': day ?? '',
		}),
		await visitor.post('/fr/language?to=/fr/sign-in', { _language: 'nl', code: 'abc' }),
	];
	const set = answers.flatMap(({ headers }) => headers.getSetCookie());
	expect(set.length).toBeGreaterThan(2);
	const careless = set.filter(
		(each) => !/; *httponly/i.test(each) || !/; *samesite=(lax|strict)/i.test(each),
	);
	expect(careless).toEqual([]);
	expect(set.join()).not.toContain(person.code.replaceAll('-', ''));
});

test('what speaks the language of the browser says so to whoever keeps it, and nothing else does', async () => {
	const ask = async (path: string, accepted: string, cookie = '') => {
		const headers = { 'accept-language': accepted, cookie, 'accept-encoding': 'br' };
		const response = await newVisitor(origin()).ask(path, { headers });
		const vary = (response.headers.get('vary') ?? '').toLowerCase().split(/, */);
		return { lang: /<html lang="(\w+)"/.exec(await response.text())?.[1], vary };
	};
	for (const path of ['/', '/no-such-page']) {
		const { lang, vary } = await ask(path, 'so, ti;q=0.9, en;q=0.2');
		expect(lang, path).toBe('ti');
		expect(vary, path).toEqual(expect.arrayContaining(['accept-language', 'cookie', 'accept-encoding']));
	}
	expect(await ask('/', 'ar', 'halte-language=nl')).toMatchObject({ lang: 'nl' });
	expect(await ask('/', 'ar', 'halte-language=xx')).toMatchObject({ lang: 'ar' });
	const named = await ask('/nl', 'ar');
	expect(named.lang).toBe('nl');
	expect(named.vary).not.toContain('accept-language');
	expect((await ask('/.well-known/halte-keys.json', 'ar')).vary).not.toContain('accept-language');
});

/** How many bytes an answer has as it comes, compressed. */
const bytesOf = async (url: string, headers: Record<string, string>): Promise<number> =>
	new Promise((resolve, reject) => {
		get(url, { headers }, (answer) => {
			let bytes = 0;
			answer.on('data', (part: Buffer) => (bytes += part.length)).on('end', () => resolve(bytes));
		}).on('error', reject);
	});

test('pages come compressed; those of somebody signed in only when nobody else chose what is asked for', async ({
	personAt,
	visitorAs,
}) => {
	const stranger = newVisitor(origin());
	const signedIn = await visitorAs(personAt('registered', 'nl'));
	const wayOf = async (visitor: typeof stranger, accepted: string, from: Record<string, string> = {}) => {
		const response = await visitor.ask('/nl/pathway', { headers: { 'accept-encoding': accepted, ...from } });
		// Read to its end: what is not compressed as it says cannot be.
		expect(response.status).toBe(200);
		expect(await response.text()).toContain('</html>');
		expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
		return response.headers.get('content-encoding');
	};
	const all = 'gzip, deflate, br';
	expect(await wayOf(stranger, all)).toBe('br');
	expect(await wayOf(stranger, 'gzip')).toBe('gzip');
	expect(await wayOf(stranger, 'identity')).toBe(null);
	// BREACH: the size of a compressed page tells of what stands on it to whoever chose a part of it.
	expect(await wayOf(signedIn, all)).toBe(null);
	expect(await wayOf(signedIn, all, { 'sec-fetch-site': 'cross-site' })).toBe(null);
	expect(await wayOf(signedIn, all, { 'sec-fetch-site': 'same-site' })).toBe(null);
	expect(await wayOf(signedIn, all, { 'sec-fetch-site': 'none' })).toBe('br');
	expect(await wayOf(signedIn, 'gzip', { 'sec-fetch-site': 'same-origin' })).toBe('gzip');
});

test('the size of a page of somebody signed in is never the same for long', async ({
	personAt,
	visitorAs,
}) => {
	const { cookies } = await visitorAs(personAt('registered', 'nl'));
	const cookie = cookieHeader(cookies);
	const headers = { 'accept-encoding': 'br', 'sec-fetch-site': 'same-origin', accept: 'text/html', cookie };
	const sizes = new Set<number>();
	for (let time = 0; time < 12; time += 1) sizes.add(await bytesOf(`${origin()}/nl/attestations`, headers));
	expect(sizes.size).toBeGreaterThan(6);
});

test('whoever arrives gets the style sheet with the page, allowed by its hash; everybody else has or fetches it', async ({
	personAt,
	visitorAs,
}) => {
	const arriving = { headers: { 'sec-fetch-site': 'none' } };
	const nobody = newVisitor(origin());
	const signedIn = await visitorAs(personAt('registered', 'fr'));
	const asked = {
		arriving: await nobody.ask('/fr', arriving),
		missing: await newVisitor(origin()).ask('/fr/nowhere', arriving),
		again: await nobody.ask('/fr', arriving),
		onward: await nobody.ask('/fr', { headers: { 'sec-fetch-site': 'same-origin' } }),
		old: await nobody.ask('/fr'),
		signedIn: await signedIn.ask('/fr/pathway', arriving),
	};
	const seen: Record<string, { inside: string | undefined; linked: number; hashes: string[] }> = {};
	for (const [name, response] of Object.entries(asked)) {
		const html = await response.text();
		seen[name] = {
			inside: /<style data-sheet=[^>]*>([^]*?)<\/style>/.exec(html)?.[1],
			linked: html.match(/rel="stylesheet"/g)?.length ?? 0,
			hashes: response.headers.get('content-security-policy')?.match(/'sha256-[^']+'/g) ?? [],
		};
	}
	for (const name of ['arriving', 'missing']) {
		const { inside, linked, hashes } = seen[name] ?? {};
		expect(linked, name).toBe(0);
		expect(hashes, name).toEqual([
			`'sha256-${createHash('sha256')
				.update(inside ?? '')
				.digest('base64')}'`,
		]);
	}
	expect(asked.arriving.headers.has('link'), 'the sheet is not asked for as well').toBe(false);
	for (const name of ['again', 'onward', 'old', 'signedIn'])
		expect(seen[name], name).toEqual({ inside: undefined, linked: 1, hashes: [] });
});

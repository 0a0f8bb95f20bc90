import { languages } from '#lib/domain/languages.ts';
import { catalogues } from '../support/catalogue.ts';
import { missingFrom, readDocument } from '../support/documentChecks.ts';
import { routeOf } from '../support/routeOf.ts';
import { expect, origin, test } from '../support/test.ts';

/** Enough of each kind of page: a hundred sessions of courses are one kind. */
const mostOfAKind = 4;

type Visited = { address: string; from: string };

for (const language of languages)
	test(`from the first page, every link in ${language} leads to a page with a way to a person`, async () => {
		test.setTimeout(120_000);
		const queue: Visited[] = [{ address: `/${language}`, from: '/' }];
		const known = new Set(queue.map(({ address }) => address));
		const kinds = new Map<string, number>();
		const faults: string[] = [];
		for (let next = queue.shift(); next; next = queue.shift()) {
			const { address, from } = next;
			const response = await fetch(origin() + address, { redirect: 'manual' });
			if (response.status >= 300 && response.status < 400) {
				const leads = new URL(response.headers.get('location') ?? '', origin() + address);
				const onward = leads.pathname + leads.search;
				if (leads.origin === origin() && !known.has(onward)) {
					known.add(onward);
					queue.push({ address: onward, from: address });
				}
				continue;
			}
			const html = await response.text();
			if (response.status !== 200) faults.push(`${address} answers ${response.status} (linked from ${from})`);
			if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
			// What is for a script that takes a page over: vite.config.ts leaves it out, for everybody would pay for it.
			if (/<!--[[\]-]/.test(html)) faults.push(`${address} carries remarks that nobody reads`);
			const page = readDocument(html);
			faults.push(...missingFrom(page, language).map((what) => `${address} lacks ${what}`));
			for (const link of page.querySelectorAll<HTMLAnchorElement>(
				'main a[href], header a[href], footer a[href], aside a[href]',
			)) {
				const url = new URL(link.getAttribute('href') ?? '', origin() + address);
				const path = url.pathname + url.search;
				// The same pages in the other languages have their own walk.
				if (url.origin !== origin() || !url.pathname.startsWith(`/${language}`) || known.has(path)) continue;
				known.add(path);
				const kind = `${routeOf(url.pathname)} ${[...url.searchParams.keys()].join()}`;
				kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
				if ((kinds.get(kind) ?? 0) <= mostOfAKind) queue.push({ address: path, from: address });
			}
		}
		expect(faults).toEqual([]);
	});

const wrongAddresses = [
	{ address: 'no-such-page', status: 404 },
	{ address: 'courses/no-such-session', status: 404 },
	{ address: 'check/no-such-question', status: 404 },
	{ address: 'attestations/no-such-paper.pdf', status: 404 },
	{ address: 'bookings/no-such-booking.ics', status: 404 },
];

/** Asked in a way that no route answers, as a browser's history does it. */
const wrongWays = [
	{ method: 'GET', address: 'me/export' },
	{ method: 'GET', address: 'sign-in/passkey' },
	{ method: 'GET', address: 'me/passkeys/options' },
	{ method: 'POST', address: 'about' },
	{ method: 'PUT', address: 'help' },
	{ method: 'PATCH', address: 'help/complaint' },
	{ method: 'DELETE', address: 'pathway' },
];

for (const language of languages)
	test(`an address asked in a wrong way in ${language} leads to a person`, async () => {
		const faults: string[] = [];
		for (const { method, address } of wrongWays) {
			const response = await fetch(`${origin()}/${language}/${address}`, {
				method,
				headers: { origin: origin(), accept: 'text/html' },
			});
			const html = await response.text();
			const page = readDocument(html);
			const lacks = missingFrom(page, language);
			if (response.status !== 405) lacks.push(`405: it is ${response.status}`);
			if (!response.headers.get('allow')) lacks.push('the methods that are right');
			const number = page.querySelector('.request-id')?.textContent;
			if (!number || number !== response.headers.get('x-request-id')) lacks.push('its number');
			faults.push(...lacks.map((what) => `${method} ${address} lacks ${what}`));
		}
		expect(faults).toEqual([]);
	});

test('a script that asks in a wrong way is answered in JSON', async () => {
	const response = await fetch(`${origin()}/fr/me/passkeys/options`, {
		headers: { accept: 'application/json' },
	});
	expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
	expect(await response.json()).toMatchObject({ code: 'wrong_method', requestId: expect.any(String) });
});

for (const language of languages)
	test(`a form that is too long in ${language} is heard to its end and leads to a person`, async () => {
		const faults: string[] = [];
		for (const length of language === 'fr' ? [600_000, 3_000_000, 9_900_000] : [600_000])
			for (const sent of ['whole', 'in pieces']) {
				const text = `words=${'x'.repeat(length)}`;
				const response = await fetch(`${origin()}/${language}/help/complaint`, {
					method: 'POST',
					headers: {
						origin: origin(),
						accept: 'text/html',
						'content-type': 'application/x-www-form-urlencoded',
					},
					...(sent === 'whole' ? { body: text } : { body: new Blob([text]).stream(), duplex: 'half' }),
				});
				const page = readDocument(await response.text());
				const lacks = missingFrom(page, language);
				if (response.status !== 413) lacks.push(`413: it is ${response.status}`);
				const title = catalogues.get(language)?.get('shell_failure_too_long')?.variants[0]?.text;
				if (page.querySelector('h1')?.textContent?.trim() !== title) lacks.push('what is wrong');
				faults.push(...lacks.map((what) => `${length} ${sent} lacks ${what}`));
			}
		expect(faults).toEqual([]);
	});

for (const language of languages)
	test(`an error in ${language} leads to a person`, async ({ personAt, visitorAs }) => {
		const visitor = await visitorAs(personAt('in_course', language));
		const faults: string[] = [];
		for (const { address, status } of wrongAddresses) {
			const response = await visitor.ask(`/${language}/${address}`);
			const page = readDocument(await response.text());
			if (response.status !== status) faults.push(`${address} answers ${response.status}`);
			faults.push(...missingFrom(page, language).map((what) => `${address} lacks ${what}`));
		}
		const refused = await fetch(`${origin()}/${language}/language`, {
			method: 'POST',
			headers: { origin: 'https://elsewhere.example', accept: 'text/html' },
			body: new URLSearchParams({ _language: 'fr' }),
		});
		if (refused.status !== 403) faults.push(`a foreign form gets ${refused.status}`);
		const page = readDocument(await refused.text());
		faults.push(...missingFrom(page, language).map((what) => `the refusal of a foreign form lacks ${what}`));
		expect(faults).toEqual([]);
	});

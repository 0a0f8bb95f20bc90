import { languages } from '#lib/domain/languages.ts';
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
];

for (const language of languages)
	test(`an error in ${language} leads to a person`, async () => {
		const faults: string[] = [];
		for (const { address, status } of wrongAddresses) {
			const response = await fetch(`${origin()}/${language}/${address}`);
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

import { describe, expect, it } from 'vitest';
import { ownAddress, samePage } from '#lib/i18n/samePage.ts';

const at = (address: string) => new URL(address, 'https://halte.example');

describe('the same page in another language', () => {
	it.each([
		['/fr', '/ar'],
		['/fr/courses/12', '/ar/courses/12'],
		['/fr/courses?level=A1&day=monday', '/ar/courses?level=A1&day=monday'],
		// Which button was pressed, and what is shown beside the text, are not the page.
		['/fr/check?/next', '/ar/check'],
		['/fr/check?/next&step=2&original=nl', '/ar/check?step=2'],
		// Addresses without a language have no other one.
		['/nowhere/else?x=1', '/ar'],
		['/', '/ar'],
	])('%s is %s', (from, to) => expect(samePage(at(from), 'ar')).toBe(to));
});

describe('an address given to come back to', () => {
	it.each(['/fr/courses', '/nl?x=1'])('may be one of this site: %s', (to) =>
		expect(ownAddress(to, 'https://halte.example')?.pathname).toBe(to.split('?')[0]),
	);

	it.each([
		null,
		'',
		'courses',
		'https://evil.example/fr',
		'//evil.example/fr',
		'/\\evil.example/fr',
		'/\t/evil.example',
		'javascript:alert(1)',
	])('may not be %j', (to) => expect(ownAddress(to, 'https://halte.example')).toBeNull());
});

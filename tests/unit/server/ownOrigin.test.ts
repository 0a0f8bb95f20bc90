import { expect, test } from 'vitest';
import { isOwnOrigin } from '#lib/server/http/ownOrigin.ts';

const home = 'http://localhost:3000';
const away = 'https://halte.example';

test.each([
	[away, 'halte.example', away],
	[home, 'localhost:3000', home],
	['http://127.0.0.1:3000', '127.0.0.1:3000', home],
	['http://[::1]:3000', '[::1]:3000', home],
	// Behind something that asks by another name, the page is still the one people know.
	[away, '127.0.0.1:3000', away],
])('a page of %s that asks %s is a page of %s', (from, host, own) => {
	expect(isOwnOrigin(from, host, own)).toBe(true);
});

test.each([
	[null, 'localhost:3000', home],
	['null', 'localhost:3000', home],
	['https://elsewhere.example', 'localhost:3000', home],
	// Another program of this machine, and another machine that says it were this one.
	['http://127.0.0.1:8080', '127.0.0.1:3000', home],
	['http://127.0.0.1:3000', 'localhost:3000', home],
	['https://localhost:3000', 'localhost:3000', home],
	['http://127.0.0.1.elsewhere.example', '127.0.0.1.elsewhere.example', home],
	['http://elsewhere.example:3000', 'elsewhere.example:3000', home],
	['http://127.0.0.1:3000', '127.0.0.1:3000', away],
])('a page of %s that asks %s is none of %s', (from, host, own) => {
	expect(isOwnOrigin(from, host, own)).toBe(false);
});

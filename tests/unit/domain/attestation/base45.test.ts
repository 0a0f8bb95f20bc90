import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from '#lib/domain/attestation/base45.ts';

const utf8 = new TextEncoder();

// RFC 9285, 4.3 and 4.4.
test.each([
	['AB', 'BB8'],
	['Hello!!', '%69 VD92EX0'],
	['base-45', 'UJCLQE7W581'],
	['ietf!', 'QED8WEX0'],
])('%s is %s', (plain, text) => {
	expect(encodeBase45(utf8.encode(plain))).toBe(text);
	expect(decodeBase45(text)).toEqual(utf8.encode(plain));
});

test('all bytes come back, and never end in a space', () =>
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
			const text = encodeBase45(bytes);
			expect(decodeBase45(text)).toEqual(bytes);
			expect(text.endsWith(' ')).toBe(false);
		}),
	));

test.each([
	['a length of no bytes', 'A'],
	['a length of no bytes', 'BB8A'],
	['a small letter', 'bb8'],
	['a symbol of another alphabet', 'BB_'],
	['more than two bytes hold', 'GGW'],
	['more than one byte holds', '::'],
	['a letter beyond', 'B𝔹8'],
])('refuses %s: %s', (_, text) => expect(decodeBase45(text)).toBeNull());

test('two bytes of ones are the most that three symbols hold', () => {
	expect(decodeBase45('FGW')).toEqual(Uint8Array.of(255, 255));
	expect(decodeBase45('U5')).toEqual(Uint8Array.of(255));
	expect(decodeBase45('V5')).toBeNull();
});

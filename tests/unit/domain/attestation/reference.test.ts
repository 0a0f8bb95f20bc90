import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReference, referenceOf, showReference } from '#lib/domain/attestation/reference.ts';

const anyReference = fc.uuid().map(referenceOf);
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

test('is twelve symbols made from the id, always the same ones', () => {
	const reference = referenceOf('01937c5e-8a40-7b2a-9c1d-3e5f7a9b0c2d');
	expect(reference).toBe(referenceOf('01937C5E-8A40-7B2A-9C1D-3E5F7A9B0C2D'));
	expect(showReference(reference)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test('ends in the check symbol of Crockford: the number modulo 37', () =>
	fc.assert(
		fc.property(anyReference, (reference) => {
			let rest = 0;
			for (const symbol of reference.slice(0, 11)) rest = (rest * 32 + symbols.indexOf(symbol)) % 37;
			expect(symbols.charAt(rest)).toBe(reference.slice(11));
		}),
	));

test('is understood as people type it', () =>
	fc.assert(
		fc.property(anyReference, (reference) => {
			for (const typed of [
				showReference(reference).toLowerCase(),
				` ${showReference(reference).replaceAll('-', ' – ')} `,
				reference.replaceAll('0', 'o').replaceAll('1', 'l'),
			])
				expect(readReference(typed)).toBe(reference);
		}),
	));

test('finds every wrong symbol and every two that changed places', () =>
	fc.assert(
		fc.property(anyReference, fc.nat(11), fc.nat(11), fc.nat(31), (reference, place, other, wrong) => {
			const typed = [...reference];
			typed[place] = symbols.charAt(wrong);
			if (typed.join('') !== reference) expect(readReference(typed.join(''))).toBeNull();
			const swapped = [...reference];
			[swapped[place], swapped[other]] = [swapped[other] ?? '', swapped[place] ?? ''];
			if (swapped.join('') !== reference) expect(readReference(swapped.join(''))).toBeNull();
		}),
		{ numRuns: 2000 },
	));

test.each(['', 'K7Q2-MX94', 'K7Q2-MX94-TPAB-0', 'HLT1:6BF', '*~$='])('%s is no reference', (typed) =>
	expect(readReference(typed)).toBeNull(),
);

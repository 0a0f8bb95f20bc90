import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNumber, isNationalNumber, maskNationalNumber } from '#lib/domain/nationalNumber.ts';

describe('isNationalNumber', () => {
	it.each([
		['42012205181', '1942-01-22'],
		['93051822361', '1993-05-18'],
		['85073003328', '1985-07-30'],
		['05041500102', '2005-04-15'],
		['85473003317', '1985-07-30'], // bis, sex known
		['85273003371', '1985-07-30'], // bis, sex not known
		['85473003317', '1985-XX-XX'],
		['04120024648', '2004-12-XX'],
		['03000021769', '2003-XX-XX'],
	])('%s with %s', (number, birthDate) => expect(isNationalNumber(number, birthDate)).toBe(true));

	it('is checked in the century of the birth date', () => {
		expect(isNationalNumber('05041500102', '1905-04-15')).toBe(false);
		expect(isNationalNumber('85073003328', '2085-07-30')).toBe(false);
	});

	it('is checked in both centuries when the year of birth is not known', () => {
		expect(isNationalNumber('05041500102')).toBe(true);
		expect(isNationalNumber('85073003328', '')).toBe(true);
		expect(isNationalNumber('85073003329')).toBe(false);
	});

	it('does not compare the birth part', () =>
		expect(isNationalNumber('85073003328', '1990-01-01')).toBe(true));

	it.each([
		'',
		'8507300332',
		'850730033280',
		'85.07.30-033.28',
		'8507300332O',
		' 85073003328',
		'٨٥٠٧٣٠٠٣٣٢٨',
	])('refuses %j', (number) => expect(isNationalNumber(number, '1985-07-30')).toBe(false));

	it('notices every single wrong digit and every swap of neighbours', () =>
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 999_999_999 }),
				fc.boolean(),
				fc.integer({ min: 0, max: 10 }),
				fc.integer({ min: 1, max: 9 }),
				(digits, late, at, by) => {
					const birthDate = late ? '2001-01-01' : '1971-01-01';
					const check = checkNumber((late ? 2_000_000_000 : 0) + digits);
					const number = String(digits).padStart(9, '0') + String(check).padStart(2, '0');
					expect(isNationalNumber(number, birthDate)).toBe(true);
					const wrong = number.split('');
					wrong[at] = String((Number(wrong[at]) + by) % 10);
					expect(isNationalNumber(wrong.join(''), birthDate)).toBe(false);
					const swapped = number.split('');
					[swapped[at % 10], swapped[(at % 10) + 1]] = [swapped[(at % 10) + 1]!, swapped[at % 10]!];
					if (swapped.join('') !== number && !(number.endsWith('97') && swapped.join('').endsWith('00')))
						expect(isNationalNumber(swapped.join(''), birthDate)).toBe(false);
				},
			),
		));

	it('is shown without what identifies', () =>
		expect(maskNationalNumber('85073003328')).toBe('85.07.30-•••.••'));
});

import { expect, test } from 'vitest';
import { birthDateMatches } from '#lib/domain/birthDateMatches.ts';
import { readTypedDate } from '#lib/domain/typedDate.ts';

test.each([
	['1985-07-30', '1985-07-30', true],
	['1985-07-30', '1985-07-29', false],
	['1985-07-30', '1985-06-30', false],
	['1985-07-30', '1984-07-30', false],
	// The register does not know the day, or anything but the year.
	['1985-07-30', '1985-07-XX', true],
	['1985-06-30', '1985-07-XX', false],
	['1985-07-30', '1985-XX-XX', true],
	['1984-07-30', '1985-XX-XX', false],
	// Neither knows.
	['1985-07-XX', '1985-07-XX', true],
	['1985-XX-XX', '1985-07-XX', false],
	['1985-XX-XX', '1985-XX-XX', true],
	// The person does not know, and the register has its stand-in.
	['1985-07-XX', '1985-07-01', true],
	['1985-XX-XX', '1985-01-01', true],
	['1985-XX-XX', '1985-01-XX', true],
	// The person does not know, and the register knows: nobody gets in by not knowing.
	['1985-07-XX', '1985-07-30', false],
	['1985-XX-XX', '1985-07-30', false],
	['1985-XX-XX', '1985-07-01', false],
	['1985-XX-XX', '1985-01-30', false],
])('typed %s, register %s: %s', (typed, register, matches) => {
	expect(birthDateMatches(typed, register)).toBe(matches);
});

test.each([
	[{ day: '30', month: '7', year: '1985' }, '1985-07-30'],
	[{ day: '', month: '07', year: ' 1985 ' }, '1985-07-XX'],
	[{ day: ' ', month: '', year: '1985' }, '1985-XX-XX'],
	[{ day: '٣٠', month: '٠٧', year: '١٩٨٥' }, '1985-07-30'],
	[{ day: '۳۰', month: '۷', year: '\u200f۱۹۸۵' }, '1985-07-30'],
	[{ day: '30', month: '', year: '1985' }, null],
	[{ day: '31', month: '6', year: '1985' }, null],
	[{ day: '29', month: '2', year: '1985' }, null],
	[{ day: '0', month: '0', year: '1985' }, null],
	// As papers and the register write what nobody knows.
	[{ day: '00', month: '00', year: '1985' }, '1985-XX-XX'],
	[{ day: '00', month: '7', year: '1985' }, '1985-07-XX'],
	[{ day: 'XX', month: 'xx', year: '1985' }, '1985-XX-XX'],
	[{ day: '٠٠', month: '٠٠', year: '١٩٨٥' }, '1985-XX-XX'],
	[{ day: '30', month: '00', year: '1985' }, null],
	[{ day: '1', month: '1', year: '00' }, null],
	[{ day: '1', month: '13', year: '1985' }, null],
	[{ day: '1', month: '1', year: '85' }, null],
	[{ day: '1', month: '1', year: '1364' }, null],
	[{ day: '1', month: '1', year: '' }, null],
	[{ day: 'one', month: '1', year: '1985' }, null],
	[{ day: '1'.repeat(10_000), month: '1', year: '1985' }, null],
	[{ day: '1\u0000', month: '1', year: '1985' }, null],
])('%j is read as %s', (typed, date) => expect(readTypedDate(typed)).toBe(date));

import { expect, test } from 'vitest';
import { readSignIn } from '#lib/server/forms/signInForm.ts';

const letter = { code: '', sharedDevice: false };

test.each([
	[{ day: '', month: '', year: '' }, 'birth_date_missing'],
	[{ day: '25', month: '', year: '2005' }, 'birth_date_month_missing'],
	[{ day: '25', month: 'XX', year: '2005' }, 'birth_date_month_missing'],
	[{ day: '25', month: '', year: '05' }, 'birth_date_year_digits'],
	[{ day: '25', month: '3', year: '' }, 'birth_date_year_digits'],
	[{ day: '', month: '', year: '20011' }, 'birth_date_year_digits'],
	[{ day: '14', month: '3', year: '1885' }, 'birth_date_year_far'],
	[{ day: '14', month: 'mars', year: '1985' }, 'birth_date_not_digits'],
	[{ day: '1'.repeat(9000), month: '3', year: '1985' }, 'birth_date_unreal'],
	[{ day: '31', month: '4', year: '2005' }, 'birth_date_unreal'],
	[{ day: '٣٠', month: '٠٢', year: '٢٠٠١' }, 'birth_date_unreal'],
	[{ day: '14', month: '13', year: '2001' }, 'birth_date_unreal'],
])('what is to be put right in %j is named: %s', (birthDate, reason) =>
	expect(readSignIn({ ...letter, birthDate })).toMatchObject({
		faults: [
			{ field: 'code', reason: 'code_missing' },
			{ field: 'birthDate', reason },
		],
	}),
);

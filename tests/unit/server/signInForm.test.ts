import { expect, test } from 'vitest';
import { readSignIn } from '#lib/server/forms/signInForm.ts';

const letter = { code: '', sharedDevice: false };

test.each([
	[{ day: '', month: '', year: '' }, 'birth_date_missing'],
	[{ day: '25', month: '', year: '2005' }, 'birth_date_month_missing'],
	[{ day: '25', month: 'XX', year: '2005' }, 'birth_date_month_missing'],
	[{ day: '25', month: '', year: '05' }, 'birth_date_wrong'],
	[{ day: '31', month: '4', year: '2005' }, 'birth_date_wrong'],
])('what is to be put right in %j is named: %s', (birthDate, reason) =>
	expect(readSignIn({ ...letter, birthDate })).toMatchObject({
		faults: [
			{ field: 'code', reason: 'code_missing' },
			{ field: 'birthDate', reason },
		],
	}),
);

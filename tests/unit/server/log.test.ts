import { DrizzleQueryError } from 'drizzle-orm/errors';
import { expect, test } from 'vitest';
import { errorForLog } from '#lib/server/observe/log.ts';

test.each(['WBT4D20ME', 'typed by\n    at somebody (who:1:1)\nclever'])(
	'an error of the database is logged without the values of its query: %o',
	(value) => {
		const cause = Object.assign(new Error(`duplicate ${value}`), { code: '23505', constraint: 'one_open' });
		const logged = errorForLog(new DrizzleQueryError('insert into x values ($1)', [value], cause));
		expect(logged).toMatchObject({ code: '23505', constraint: 'one_open' });
		expect(logged['stack']).toMatch(/^\s+at /);
		for (const line of value.split('\n')) expect(JSON.stringify(logged)).not.toContain(line.trim());
		expect(JSON.stringify(logged)).not.toContain('insert into');
	},
);

test('what is no error is named by its kind only', () => {
	expect(errorForLog('02 555 12 34')).toEqual({ kind: 'string' });
});

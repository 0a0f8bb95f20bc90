import { expect, test } from 'vitest';
import { whatHappened } from '#lib/server/observe/whatHappened.ts';

test('only the deepest cause is said, on one line: those around it repeat queries and values', () => {
	const deepest = new Error('relation "dossier" already exists\n    at line 1');
	const query = new Error('Failed query: create table dossier\nparams: Haddad', { cause: deepest });
	expect(whatHappened(new Error('could not migrate', { cause: query }))).toBe(
		'relation "dossier" already exists',
	);
});

test('of several addresses that did not answer, the first failure is said', () => {
	const failures = ['connect ECONNREFUSED ::1:1', 'connect ECONNREFUSED 127.0.0.1:1'];
	const error = new AggregateError(failures.map((each) => new Error(each)));
	expect(whatHappened(new Error('', { cause: error }))).toBe(failures[0]);
	expect(whatHappened(new RangeError(''))).toBe('RangeError');
	expect(whatHappened('gone')).toBe('gone');
});

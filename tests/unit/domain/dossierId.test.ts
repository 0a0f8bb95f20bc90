import { expect, test } from 'vitest';
import { readAttendanceRow } from '#lib/domain/attendance.ts';
import { readDossierId } from '#lib/domain/dossierId.ts';

test('the id of a dossier is read as people write it', () => {
	for (const typed of ['C56FKBCWJR10', 'c56fkbcwjrio', ' c56f-kbcw-jrLO ', 'C56F KBCW JR1o'])
		expect(readDossierId(typed)).toBe('C56FKBCWJR10');
});

test('what cannot be one is nobody, and stays what it was', () => {
	for (const typed of ['', 'nobody', 'C56FKBCWJR1U', '../C56FKBCWJR10'])
		expect(readDossierId(typed)).toBe(typed);
});

test('a row of attendance reads it so too', () => {
	const row = { dossier: 'c56f-kbcw-jrio', meeting_on: '2026-03-14', status: 'present' };
	expect(readAttendanceRow(row)).toMatchObject({ value: { dossier: 'C56FKBCWJR10' } });
});

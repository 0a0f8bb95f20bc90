import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCsv } from '#lib/server/readCsv.ts';

const folder = mkdtempSync(join(tmpdir(), 'halte csv '));
afterAll(() => rmSync(folder, { recursive: true }));

const read = async (content: string | Buffer, columns = ['id', 'name']) => {
	writeFileSync(join(folder, 'file.csv'), content);
	return readCsv(join(folder, 'file.csv'), columns);
};

test('rows carry the number a spreadsheet shows and their cells by name', async () => {
	expect(await read('id,name\nA,"Rue ""X"", 5"\n\nB,Ya\n')).toEqual({
		ok: true,
		value: {
			rows: [
				{ row: 2, cells: { id: 'A', name: 'Rue "X", 5' } },
				{ row: 4, cells: { id: 'B', name: 'Ya' } },
			],
			unreadable: [],
		},
	});
});

test('semicolons, a byte order mark, CRLF, another order and further columns are welcome', async () => {
	const answer = await read('\ufeffname;ID;note\r\nÉlan, ici;A;x\r\n');
	expect(answer).toMatchObject({ ok: true, value: { rows: [{ cells: { id: 'A', name: 'Élan, ici' } }] } });
});

test('a file without its columns is refused, and says which are missing', async () => {
	expect(await read('id,nom\nA,B\n')).toMatchObject({ reason: 'missing_columns', columns: ['name'] });
	expect(await read('')).toMatchObject({ reason: 'missing_columns', columns: ['id', 'name'] });
	expect(await readCsv(join(folder, 'nowhere.csv'), ['id'])).toMatchObject({ reason: 'no_such_file' });
});

test('a row that cannot be read is named, the others are taken', async () => {
	const answer = await read(
		Buffer.concat([
			Buffer.from('id,name\nA,B,C\nB,\u0000\nC,'),
			Buffer.from([0xe9]),
			Buffer.from('\nD,ok\nE,"never closed\n'),
		]),
	);
	expect(answer).toEqual({
		ok: true,
		value: {
			rows: [{ row: 5, cells: { id: 'D', name: 'ok' } }],
			unreadable: [
				{ row: 2, faults: [{ reason: 'wrong_number_of_cells' }] },
				{ row: 3, faults: [{ reason: 'control_character' }] },
				{ row: 4, faults: [{ reason: 'not_utf8' }] },
				{ row: 6, faults: [{ reason: 'broken_row' }] },
			],
		},
	});
});

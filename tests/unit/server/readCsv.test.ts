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

test('a file that names one of its columns twice is refused; further ones may come as often as they like', async () => {
	expect(await read('id,name,ID\nA,B,C\n')).toMatchObject({ reason: 'repeated_columns', columns: ['id'] });
	expect(await read('id,name,note,note\nA,B,x,y\n')).toMatchObject({ ok: true });
});

test('a row in which nothing stands is passed over, as spreadsheets leave them', async () => {
	expect(await read('id,name\n,\nA,B\n')).toMatchObject({
		ok: true,
		value: { rows: [{ row: 3 }], unreadable: [] },
	});
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

const broken = (row: number) => ({ row, faults: [{ reason: 'broken_row' }] });
const taken = (answer: Awaited<ReturnType<typeof read>>) =>
	answer.ok
		? {
				rows: answer.value.rows.map(({ row, cells }) => `${row} ${cells['id']}`),
				bad: answer.value.unreadable,
			}
		: answer;

test('a quotation mark out of order costs its own row, and the rows after it are taken', async () => {
	expect(taken(await read('id,name\nA,"Bad " x\nB,ok\nC,"fine, too"\n'))).toEqual({
		rows: ['3 B', '4 C'],
		bad: [broken(2)],
	});
});

test('a quotation mark that never ends costs its own row, whatever quotation marks come later', async () => {
	expect(taken(await read('id,name\nA,"never\nB,ok\nC,"fine, too"\nD,"","x"\nE,"never\r\nF,ok'))).toEqual({
		rows: ['3 B', '4 C', '7 F'],
		bad: [broken(2), { row: 5, faults: [{ reason: 'wrong_number_of_cells' }] }, broken(6)],
	});
});

test('a cell over several lines is one row, also after a broken one', async () => {
	const answer = await read('id,name\nA,"Bad " x\nB,"one\r\n\r\n""two"""\nC,5" pipe\n');
	expect(taken(answer)).toEqual({ rows: ['3 B', '4 C'], bad: [broken(2)] });
	expect(answer).toMatchObject({
		value: { rows: [{ cells: { name: 'one\r\n\r\n"two"' } }, { cells: { name: '5" pipe' } }] },
	});
});

test('rows that end with CR alone are rows', async () => {
	expect(taken(await read('id,name\rA,"a\rb"\rB,ok\r'))).toEqual({ rows: ['2 A', '3 B'], bad: [] });
});

test('a file full of quotation marks that never end is read in a moment', async () => {
	const answer = await read(`id,name\n${'A,"never\n'.repeat(5_000)}B,ok\n`);
	expect(taken(answer)).toMatchObject({ rows: ['5002 B'] });
});

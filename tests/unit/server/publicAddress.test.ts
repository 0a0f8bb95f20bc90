import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '#lib/server/environment.ts';
import { leaveAddress, withAddressLeft } from '#lib/server/publicAddress.ts';

const folder = mkdtempSync(join(tmpdir(), 'halte address '));
afterAll(() => rmSync(folder, { recursive: true }));

const own = { HALTE_DATA_DIR: folder };
const originFor = (env: Record<string, string>) => withAddressLeft(readSettings(env), env).origin;

test('a command takes the address that the last start left, unless its own environment says one', () => {
	expect(originFor(own)).toBe('http://localhost:3000');
	leaveAddress(readSettings({ ...own, PORT: '4000' }));
	expect(originFor(own)).toBe('http://localhost:4000');
	leaveAddress(readSettings({ ...own, ORIGIN: 'https://halte.example' }));
	expect(originFor(own)).toBe('https://halte.example');
	expect(originFor({ ...own, PORT: '5000' })).toBe('http://localhost:5000');
	expect(originFor({ ...own, ORIGIN: 'http://localhost:6000' })).toBe('http://localhost:6000');
});

test('with a database of its own nothing is left and nothing read; what is no address is passed over', () => {
	const key = Buffer.alloc(32, 7).toString('base64');
	const elsewhere = {
		...own,
		DATABASE_URL: 'postgresql://halte@127.0.0.1/halte',
		HALTE_KEYS: `k1:${key},hash:${key}`,
	};
	const left = readFileSync(join(folder, 'address'), 'utf8');
	leaveAddress(readSettings({ ...elsewhere, PORT: '7000' }));
	expect(readFileSync(join(folder, 'address'), 'utf8')).toBe(left);
	expect(originFor(elsewhere)).toBe('http://localhost:3000');
	writeFileSync(join(folder, 'address'), 'javascript:alert(1)');
	expect(originFor(own)).toBe('http://localhost:3000');
});

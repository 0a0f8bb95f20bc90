import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSettings } from '#lib/server/environment.ts';
import { leaveSettings, withSettingsLeft } from '#lib/server/settingsLeft.ts';

const folder = mkdtempSync(join(tmpdir(), 'halte address '));
afterAll(() => rmSync(folder, { recursive: true }));

const own = { HALTE_DATA_DIR: folder };
const settingsFor = (env: Record<string, string>) => withSettingsLeft(readSettings(env), env);
const originFor = (env: Record<string, string>) => settingsFor(env).origin;

test('a command takes the address that the last start left, unless its own environment says one', () => {
	expect(originFor(own)).toBe('http://localhost:3000');
	leaveSettings(readSettings({ ...own, PORT: '4000' }));
	expect(originFor(own)).toBe('http://localhost:4000');
	leaveSettings(readSettings({ ...own, ORIGIN: 'https://halte.example' }));
	expect(originFor(own)).toBe('https://halte.example');
	expect(originFor({ ...own, PORT: '5000' })).toBe('http://localhost:5000');
	expect(originFor({ ...own, ORIGIN: 'http://localhost:6000' })).toBe('http://localhost:6000');
});

test('and who runs the service, and whether its people are invented: a letter says so', () => {
	leaveSettings(readSettings({ ...own, HALTE_DEMO: '0', HALTE_OPERATOR: 'Commune "X"' }));
	expect(settingsFor(own)).toMatchObject({ demonstration: false, operator: 'Commune "X"' });
	expect(settingsFor({ ...own, HALTE_DEMO: '1', HALTE_OPERATOR: 'Y' })).toMatchObject({
		...{ demonstration: true, operator: 'Y', origin: 'http://localhost:3000' },
	});
	leaveSettings(readSettings(own));
	expect(settingsFor(own)).toMatchObject({ demonstration: true, operator: 'demonstration' });
});

test('what an earlier Halte left is the address alone', () => {
	writeFileSync(join(folder, 'address'), 'https://halte.example\n');
	expect(settingsFor(own)).toEqual({ ...readSettings(own), origin: 'https://halte.example' });
});

test('with a database of its own nothing is left and nothing read; what is no address is passed over', () => {
	const key = Buffer.alloc(32, 7).toString('base64');
	const elsewhere = {
		...own,
		DATABASE_URL: 'postgresql://halte@127.0.0.1/halte',
		HALTE_KEYS: `k1:${key},hash:${key}`,
	};
	const left = readFileSync(join(folder, 'address'), 'utf8');
	leaveSettings(readSettings({ ...elsewhere, PORT: '7000' }));
	expect(readFileSync(join(folder, 'address'), 'utf8')).toBe(left);
	expect(originFor(elsewhere)).toBe('http://localhost:3000');
	for (const wrong of [
		'javascript:alert(1)',
		'{"origin":"javascript:alert(1)","demonstration":false}',
		'{"or',
		'',
	]) {
		writeFileSync(join(folder, 'address'), wrong);
		expect(settingsFor(own)).toEqual(readSettings(own));
	}
});

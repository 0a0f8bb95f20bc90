import webpush from 'web-push';
import { channelsLine } from '#lib/server/channels/channelsOf.ts';
import { expect, test } from 'vitest';
import { newKeyPairs } from '#lib/server/crypto/keyring.ts';
import { readSettings, SettingError } from '#lib/server/environment.ts';

const keys = newKeyPairs();

test('nothing set is a demonstration on this machine', () => {
	expect(readSettings({})).toMatchObject({
		...{ port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000', databaseUrl: null },
		...{ dataDir: '.data', demonstration: true, keys: null, operator: 'demonstration', oidc: null },
	});
});

test('an own database is for real people unless it is said otherwise', () => {
	const own = { DATABASE_URL: 'postgres://halte@db/halte', HALTE_KEYS: keys };
	expect(readSettings(own).demonstration).toBe(false);
	expect(readSettings({ ...own, HALTE_DEMO: '1' }).demonstration).toBe(true);
	expect(readSettings({ HALTE_DEMO: '0' }).demonstration).toBe(false);
});

test.each([
	[{ HOST: '::1', PORT: '80' }, 'http://[::1]:80'],
	[{ HOST: '0.0.0.0', PORT: '8080' }, 'http://localhost:8080'],
	[{ ORIGIN: 'https://halte.example' }, 'https://halte.example'],
])('%o is reached at %s', (env, origin) => {
	expect(readSettings(env).origin).toBe(origin);
});

test('an empty variable is one that is not set', () => {
	expect(readSettings({ PORT: '', ORIGIN: '', HALTE_KEYS: '' })).toEqual(readSettings({}));
});

test.each<[string, Record<string, string>]>([
	['PORT', { PORT: 'eighty' }],
	['PORT', { PORT: '0' }],
	['PORT', { PORT: '70000' }],
	['PORT', { PORT: '80.5' }],
	['ORIGIN', { ORIGIN: 'halte.example' }],
	['ORIGIN', { ORIGIN: 'https://halte.example/' }],
	['ORIGIN', { ORIGIN: 'https://halte.example/path' }],
	['ORIGIN', { ORIGIN: 'ftp://halte.example' }],
	['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
	['HALTE_KEYS', { DATABASE_URL: 'postgres://db/halte' }],
	['HALTE_KEYS', { HALTE_KEYS: 'k1:short' }],
	['HALTE_KEYS', { HALTE_KEYS: keys.split(',')[0] ?? '' }],
	['HALTE_KEYS', { HALTE_KEYS: `${keys},${keys}` }],
	['HALTE_DEMO', { HALTE_DEMO: 'yes' }],
	['HALTE_OPERATOR', { HALTE_OPERATOR: '   ' }],
	['OIDC_ISSUER', { OIDC_ISSUER: 'itsme' }],
	['OIDC_CLIENT_ID', { OIDC_ISSUER: 'https://idp.example' }],
	['OIDC_ISSUER', { OIDC_CLIENT_ID: 'halte' }],
	['SMTP_URL', { SMTP_URL: 'garbage' }],
	['SMS_URL', { SMS_URL: '::' }],
	['HALTE_LOG', { HALTE_LOG: 'loud' }],
])('a wrong %s is refused in one sentence that names it: %o', (name, env) => {
	const refusal = () => readSettings(env);
	expect(refusal).toThrow(SettingError);
	expect(refusal).toThrow(new RegExp(`\\b${name}\\b.*should`));
	for (const value of Object.values(env))
		if (value.length > 40) expect(refusal).not.toThrow(value.slice(3, 40));
});

const { publicKey, privateKey } = webpush.generateVAPIDKeys();
const vapid = {
	VAPID_PUBLIC_KEY: publicKey,
	VAPID_PRIVATE_KEY: privateKey,
	VAPID_SUBJECT: 'mailto:team@halte.example',
};

test('a channel is off until it is set, and sends from a fitting address', () => {
	expect(readSettings({})).toMatchObject({ sms: null, mail: null, push: null });
	expect(readSettings({ SMS_URL: 'https://sms.example/send' }).sms).toEqual({
		url: 'https://sms.example/send',
		token: null,
	});
	const mail = { SMTP_URL: 'smtp://mail.example', ORIGIN: 'https://halte.example' };
	expect(readSettings(mail).mail?.from).toBe('Halte <halte@halte.example>');
	expect(readSettings({ ...mail, MAIL_FROM: 'Accueil <a@b.example>' }).mail?.from).toBe(
		'Accueil <a@b.example>',
	);
	expect(readSettings(vapid).push).toEqual({
		...{ publicKey, privateKey, subject: 'mailto:team@halte.example', services: [] },
	});
});

test.each([
	['SMS_TOKEN', { SMS_TOKEN: 'x' }],
	['SMTP_URL', { MAIL_FROM: 'a@b.example' }],
	['MAIL_FROM', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }],
	['VAPID_SUBJECT', { ...vapid, VAPID_SUBJECT: '' }],
	['VAPID_SUBJECT', { ...vapid, VAPID_SUBJECT: 'team' }],
	['VAPID_PUBLIC_KEY', { ...vapid, VAPID_PUBLIC_KEY: 'x' }],
	['VAPID_PRIVATE_KEY', { ...vapid, VAPID_PRIVATE_KEY: webpush.generateVAPIDKeys().privateKey }],
	['VAPID_PRIVATE_KEY', { VAPID_PUBLIC_KEY: publicKey }],
	['VAPID_SERVICES', { ...vapid, VAPID_SERVICES: 'push.example/path' }],
])('a wrong or half setting of a channel is named in one sentence: %s', (name, env) => {
	expect(() => readSettings(env)).toThrow(new RegExp(`^[^.]*${name}.*\\.$`));
});

test('the start says in one line by what messages go out', () => {
	expect(channelsLine(readSettings({ HALTE_DATA_DIR: '/data' }))).toBe(
		'Messages go out by letters to print in /data/letters; not set, so off: SMS (SMS_URL), e-mail (SMTP_URL), push (VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT).',
	);
	expect(channelsLine(readSettings({ ...vapid, SMS_URL: 'http://a.b', SMTP_URL: 'smtp://a.b' }))).toBe(
		'Messages go out by SMS, e-mail, push, letters to print in .data/letters.',
	);
});

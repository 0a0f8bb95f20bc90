import * as v from 'valibot';
import { channelFields, channelsIn } from './channelSettings.ts';
import type { MailSettings, PushSettings, SmsSettings } from './channelSettings.ts';
import { isOrigin, text } from './settingShapes.ts';

/** Halte cannot start, and no setting is at fault: the message is one sentence for whoever started it. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}

/** A wrong or missing setting: the message is one sentence that names the variable and what it should look like. */
export class SettingError extends Error {
	override name = 'SettingError';
}

const port = v.pipe(
	v.string(),
	v.regex(/^\d{1,5}$/, 'PORT should be a number from 1 to 65535.'),
	v.transform(Number),
	v.integer(),
	v.minValue(1, 'PORT should be a number from 1 to 65535.'),
	v.maxValue(65535, 'PORT should be a number from 1 to 65535.'),
);

const originShape = 'ORIGIN should be an address without a path, such as https://halte.example.';
const originText = v.pipe(v.string(), v.check(isOrigin, originShape));

const databaseUrl = v.pipe(
	v.string(),
	v.regex(
		/^postgres(ql)?:\/\/.+/,
		'DATABASE_URL should look like postgresql://user:password@host:5432/database.',
	),
);

const keysShape =
	'HALTE_KEYS should be "id:base64" pairs of 32 bytes each, separated by commas, with one "hash:base64" among them.';
const keys = v.pipe(
	v.string(),
	v.check((value) => {
		const pairs = value.split(',').map((pair) => pair.trim().split(':'));
		const named = pairs.every(
			([id, key]) => /^[a-z0-9_-]{1,16}$/i.test(id ?? '') && Buffer.from(key ?? '', 'base64').length === 32,
		);
		const ids = pairs.map(([id]) => id);
		return (
			named && ids.includes('hash') && ids.some((id) => id !== 'hash') && new Set(ids).size === ids.length
		);
	}, keysShape),
);

/** How much is logged, from everything to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const schema = v.object({
	PORT: v.optional(port),
	HOST: v.optional(text('HOST', 'an address to listen on, such as 127.0.0.1')),
	ORIGIN: v.optional(originText),
	DATABASE_URL: v.optional(databaseUrl),
	HALTE_DATA_DIR: v.optional(text('HALTE_DATA_DIR', 'a folder')),
	HALTE_DEMO: v.optional(v.picklist(['0', '1'], 'HALTE_DEMO should be 0 or 1.')),
	HALTE_KEYS: v.optional(keys),
	HALTE_OPERATOR: v.optional(text('HALTE_OPERATOR', 'the name of who runs this service')),
	HALTE_LOG: v.optional(v.picklist(logLevels, `HALTE_LOG should be one of ${logLevels.join(', ')}.`)),
	...channelFields,
	OIDC_ISSUER: v.optional(
		v.pipe(v.string(), v.url('OIDC_ISSUER should be the address of the identity provider.')),
	),
	OIDC_CLIENT_ID: v.optional(
		text('OIDC_CLIENT_ID', 'the name under which the identity provider knows Halte'),
	),
	OIDC_CLIENT_SECRET: v.optional(text('OIDC_CLIENT_SECRET', 'the secret agreed with the identity provider')),
	OIDC_CLAIM: v.optional(text('OIDC_CLAIM', 'the claim that holds the national number')),
	OIDC_SCOPE: v.optional(text('OIDC_SCOPE', 'the scopes to ask for, separated by spaces')),
	OIDC_NAME: v.optional(text('OIDC_NAME', 'the name people know the identity provider by')),
});

/** Where the identity provider is and what it calls the national number; null when that way in is off. */
export type OidcSettings = {
	issuer: string;
	clientId: string;
	clientSecret: string;
	claim: string;
	scope: string;
	name: string;
};

/** Everything Halte takes from its environment, checked. */
export type Settings = {
	port: number;
	host: string;
	origin: string;
	databaseUrl: string | null;
	dataDir: string;
	demonstration: boolean;
	keys: string | null;
	operator: string;
	oidc: OidcSettings | null;
	sms: SmsSettings | null;
	mail: MailSettings | null;
	push: PushSettings | null;
};

const oidcOf = (env: v.InferOutput<typeof schema>): OidcSettings | null => {
	if (!env.OIDC_ISSUER) {
		const lost = (['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const).find((name) => env[name]);
		if (lost) throw new SettingError(`${lost} is set, so OIDC_ISSUER should be set too.`);
		return null;
	}
	if (!env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET)
		throw new SettingError('OIDC_ISSUER is set, so OIDC_CLIENT_ID and OIDC_CLIENT_SECRET should be set too.');
	return {
		issuer: env.OIDC_ISSUER,
		clientId: env.OIDC_CLIENT_ID,
		clientSecret: env.OIDC_CLIENT_SECRET,
		claim: env.OIDC_CLAIM ?? 'egovNRN',
		scope: env.OIDC_SCOPE ?? 'openid profile egovnrn',
		name: env.OIDC_NAME ?? 'itsme / eID',
	};
};

/** Reads the settings from environment variables; refuses with a SettingError that names the variable. */
export const readSettings = (env: Record<string, string | undefined>): Settings => {
	const given = Object.fromEntries(
		Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
	);
	const parsed = v.safeParse(schema, given);
	if (!parsed.success) throw new SettingError(parsed.issues[0].message);
	const settings = parsed.output;
	if (settings.DATABASE_URL && !settings.HALTE_KEYS)
		throw new SettingError(`DATABASE_URL is set, so HALTE_KEYS should be set too. ${keysShape}`);
	const host = settings.HOST ?? '127.0.0.1';
	const listenPort = settings.PORT ?? 3000;
	const publicHost = host === '0.0.0.0' || host === '127.0.0.1' || host === '::' ? 'localhost' : host;
	const origin =
		settings.ORIGIN ?? `http://${publicHost.includes(':') ? `[${publicHost}]` : publicHost}:${listenPort}`;
	const channels = channelsIn(settings, origin);
	if (typeof channels === 'string') throw new SettingError(channels);
	return {
		port: listenPort,
		host,
		origin,
		databaseUrl: settings.DATABASE_URL ?? null,
		dataDir: settings.HALTE_DATA_DIR ?? '.data',
		demonstration: settings.HALTE_DEMO ? settings.HALTE_DEMO === '1' : !settings.DATABASE_URL,
		keys: settings.HALTE_KEYS ?? null,
		operator: settings.HALTE_OPERATOR ?? 'demonstration',
		oidc: oidcOf(settings),
		...channels,
	};
};

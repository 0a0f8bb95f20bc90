import { createECDH } from 'node:crypto';
import * as v from 'valibot';

/** Halte cannot start, and no setting is at fault: the message is one sentence for whoever started it. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}

/** A wrong or missing setting: the message is one sentence that names the variable and what it should look like. */
export class SettingError extends Error {
	override name = 'SettingError';
}

const text = (name: string, looksLike: string) =>
	v.pipe(v.string(), v.trim(), v.minLength(1, `${name} is empty: it should be ${looksLike}.`));

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

/** Takes a text and says whether it is a web address without a path, such as https://halte.example. */
export function isOrigin(value: string): boolean {
	const url = URL.parse(value);
	return url !== null && /^https?:$/.test(url.protocol) && url.origin === value;
}

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

const address = (name: string, schemes: RegExp, looksLike: string) =>
	v.pipe(
		v.string(),
		v.check(
			(value) => schemes.test(URL.parse(value)?.protocol ?? ''),
			`${name} should look like ${looksLike}.`,
		),
	);

const mailFrom = v.pipe(
	v.string(),
	v.trim(),
	v.regex(
		/^([^<>"]+ <[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
		'MAIL_FROM should look like Halte <halte@halte.example>.',
	),
);

const vapidKey = (name: string, bytes: number) =>
	v.pipe(
		v.string(),
		v.check(
			(value) => /^[\w-]+$/.test(value) && Buffer.from(value, 'base64url').length === bytes,
			`${name} should be ${bytes} bytes in base64url, as "npx web-push generate-vapid-keys" writes it.`,
		),
	);

const pushServices = v.pipe(
	v.string(),
	v.transform((value) => value.split(',').map((part) => part.trim())),
	v.check(
		(origins) => origins.every(isOrigin),
		'VAPID_SERVICES should be addresses of push services without a path, separated by commas.',
	),
);

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
	SMTP_URL: v.optional(address('SMTP_URL', /^smtps?:$/, 'smtp://user:password@host:587')),
	SMS_URL: v.optional(address('SMS_URL', /^https?:$/, 'https://gateway.example/send')),
	SMS_TOKEN: v.optional(text('SMS_TOKEN', 'the token that the SMS gateway asks for')),
	MAIL_FROM: v.optional(mailFrom),
	VAPID_PUBLIC_KEY: v.optional(vapidKey('VAPID_PUBLIC_KEY', 65)),
	VAPID_PRIVATE_KEY: v.optional(vapidKey('VAPID_PRIVATE_KEY', 32)),
	VAPID_SUBJECT: v.optional(address('VAPID_SUBJECT', /^(mailto|https):$/, 'mailto:team@halte.example')),
	VAPID_SERVICES: v.optional(pushServices),
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

/** Where the SMS gateway is, and the token it wants, if any. */
export type SmsSettings = { url: string; token: string | null };

/** The server that takes our mail, and who it is from. */
export type MailSettings = { url: string; from: string };

/** The keys by which push services know who writes (VAPID, RFC 8292), and services besides the well-known ones. */
export type PushSettings = {
	publicKey: string;
	privateKey: string;
	subject: string;
	/** Origins, for those who run a push service of their own. */
	services: string[];
};

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

/** The channels that are set; refuses halves of a setting. */
const channelsIn = (
	env: v.InferOutput<typeof schema>,
	origin: string,
): Pick<Settings, 'sms' | 'mail' | 'push'> => {
	const lost = env.SMS_TOKEN && !env.SMS_URL ? (['SMS_TOKEN', 'SMS_URL'] as const) : null;
	const without = env.MAIL_FROM && !env.SMTP_URL ? (['MAIL_FROM', 'SMTP_URL'] as const) : lost;
	if (without) throw new SettingError(`${without[0]} is set, so ${without[1]} should be set too.`);
	const from = env.MAIL_FROM ?? `Halte <halte@${new URL(origin).hostname}>`;
	return {
		sms: env.SMS_URL ? { url: env.SMS_URL, token: env.SMS_TOKEN ?? null } : null,
		mail: env.SMTP_URL ? { url: env.SMTP_URL, from } : null,
		push: pushIn(env),
	};
};

const pushIn = (env: v.InferOutput<typeof schema>): PushSettings | null => {
	const names = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'] as const;
	const given = [...names, 'VAPID_SERVICES' as const].find((name) => env[name] !== undefined);
	if (!given) return null;
	const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = env;
	if (!publicKey || !privateKey || !subject) {
		const missing = names.find((name) => !env[name]);
		throw new SettingError(`${given} is set, so ${missing} should be set too.`);
	}
	if (!belongTogether(publicKey, privateKey))
		throw new SettingError('VAPID_PRIVATE_KEY should be the one that belongs to VAPID_PUBLIC_KEY.');
	return { publicKey, privateKey, subject, services: env.VAPID_SERVICES ?? [] };
};

const belongTogether = (publicKey: string, privateKey: string): boolean => {
	const pair = createECDH('prime256v1');
	try {
		pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
	} catch {
		return false;
	}
	return pair.getPublicKey().equals(Buffer.from(publicKey, 'base64url'));
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
		...channelsIn(settings, origin),
	};
};

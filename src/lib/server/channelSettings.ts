import { createECDH } from 'node:crypto';
import * as v from 'valibot';
import { address, isOrigin, text } from './settingShapes.ts';

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

/** The variables that set up the channels of messages. */
export const channelFields = {
	SMTP_URL: v.optional(address('SMTP_URL', /^smtps?:$/, 'smtp://user:password@host:587')),
	SMS_URL: v.optional(address('SMS_URL', /^https?:$/, 'https://gateway.example/send')),
	SMS_TOKEN: v.optional(text('SMS_TOKEN', 'the token that the SMS gateway asks for')),
	MAIL_FROM: v.optional(mailFrom),
	VAPID_PUBLIC_KEY: v.optional(vapidKey('VAPID_PUBLIC_KEY', 65)),
	VAPID_PRIVATE_KEY: v.optional(vapidKey('VAPID_PRIVATE_KEY', 32)),
	VAPID_SUBJECT: v.optional(address('VAPID_SUBJECT', /^(mailto|https):$/, 'mailto:team@halte.example')),
	VAPID_SERVICES: v.optional(pushServices),
};

type ChannelEnvironment = v.InferOutput<v.ObjectSchema<typeof channelFields, undefined>>;
type ChannelsSet = { sms: SmsSettings | null; mail: MailSettings | null; push: PushSettings | null };

/** Takes checked settings and the public address, and returns the channels they set up, or a sentence about a half setting. */
export const channelsIn = (env: ChannelEnvironment, origin: string): ChannelsSet | string => {
	const lost = env.SMS_TOKEN && !env.SMS_URL ? (['SMS_TOKEN', 'SMS_URL'] as const) : null;
	const without = env.MAIL_FROM && !env.SMTP_URL ? (['MAIL_FROM', 'SMTP_URL'] as const) : lost;
	if (without) return `${without[0]} is set, so ${without[1]} should be set too.`;
	const push = pushIn(env);
	if (typeof push === 'string') return push;
	const from = env.MAIL_FROM ?? `Halte <halte@${new URL(origin).hostname}>`;
	return {
		sms: env.SMS_URL ? { url: env.SMS_URL, token: env.SMS_TOKEN ?? null } : null,
		mail: env.SMTP_URL ? { url: env.SMTP_URL, from } : null,
		push,
	};
};

const pushIn = (env: ChannelEnvironment): PushSettings | string | null => {
	const names = ['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'] as const;
	const given = [...names, 'VAPID_SERVICES' as const].find((name) => env[name] !== undefined);
	if (!given) return null;
	const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = env;
	if (!publicKey || !privateKey || !subject) {
		const missing = names.find((name) => !env[name]);
		return `${given} is set, so ${missing} should be set too.`;
	}
	if (!belongTogether(publicKey, privateKey))
		return 'VAPID_PRIVATE_KEY should be the one that belongs to VAPID_PUBLIC_KEY.';
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

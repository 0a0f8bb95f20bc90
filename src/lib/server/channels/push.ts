import webpush from 'web-push';
import { isolate } from '#lib/i18n/isolate.ts';
import { languageProfile } from '#lib/i18n/languages.ts';
import { messageWords } from '#lib/i18n/messageWords.ts';
import type { Delivery, Destination, Notice, PushAddress } from '#lib/services/ports/channels.ts';
import type { PushSettings } from '../channelSettings.ts';
import { messagePlace } from './messagePlace.ts';

const patienceMs = 15_000;
/** Half a week: a phone that was off so long has missed what the message was about. */
const keptSeconds = 3 * 86_400;

const known = /(^|\.)(googleapis\.com|push\.services\.mozilla\.com|push\.apple\.com|notify\.windows\.com)$/;

/**
 * Whether a browser's address is that of a push service. A browser says where to write to: anybody could name any
 * machine that this server reaches, so only services known to be ones are written to.
 */
export const isPushService = (endpoint: string, services: readonly string[]): boolean => {
	const url = URL.parse(endpoint);
	if (!url || endpoint.length > 2_000 || url.username !== '' || url.password !== '') return false;
	return (
		services.includes(url.origin) ||
		(url.protocol === 'https:' && url.port === '' && known.test(url.hostname))
	);
};

/** Writes to each browser of a person; one that took it is enough. Those that are gone (404, 410) are named. */
export const sendPush = async (
	settings: PushSettings,
	{ browsers }: Extract<Destination, { channel: 'push' }>,
	notice: Notice,
	{ timeoutMs = patienceMs } = {},
): Promise<Delivery> => {
	const payload = JSON.stringify(shown(notice));
	const answers = await Promise.all(
		browsers.map(async ({ id, ...browser }) => ({
			id,
			status: await post(settings, browser, payload, notice.id, timeoutMs),
		})),
	);
	const gone = answers.filter(({ status }) => status === 404 || status === 410).map(({ id }) => id);
	if (answers.some(({ status }) => status >= 200 && status < 300)) return { outcome: 'accepted', gone };
	if (gone.length === browsers.length) return { outcome: 'refused', gone };
	return { outcome: 'later', reason: 'not_reached', gone };
};

/** What the browser shows: no more than others may read over a shoulder. */
const shown = (notice: Notice) => {
	const { title, course, facts } = messageWords(notice, notice.language, isolate);
	const { tag, direction } = languageProfile(notice.language);
	return {
		title: `Halte: ${title}`,
		body: [course, facts[0]].filter(Boolean).join('\n'),
		tag: notice.id,
		lang: tag,
		dir: direction,
		url: `/${tag}/${messagePlace(notice.kind)}`,
	};
};

/** The status of the answer; 0 where there was none. */
const post = async (
	{ publicKey, privateKey, subject, services }: PushSettings,
	{ endpoint, p256dh, auth }: PushAddress,
	payload: string,
	id: string,
	timeoutMs: number,
): Promise<number> => {
	if (!isPushService(endpoint, services)) return 410;
	try {
		const details = webpush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
			vapidDetails: { subject, publicKey, privateKey },
			TTL: keptSeconds,
			// A message sent again takes the place of the first one (RFC 8030, 5.4): at most 32 letters.
			topic: id.replaceAll('-', '').slice(0, 32),
			contentEncoding: 'aes128gcm',
		});
		const response = await fetch(endpoint, {
			method: details.method,
			headers: headersOf(details.headers),
			body: new Uint8Array(details.body),
			redirect: 'manual',
			signal: AbortSignal.timeout(timeoutMs),
		});
		await response.body?.cancel();
		return response.status;
	} catch {
		return 0;
	}
};

const headersOf = (headers: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers)
			.filter(([name]) => name.toLowerCase() !== 'content-length')
			.map(([name, value]) => [name, String(value)]),
	);

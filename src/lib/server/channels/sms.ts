import { smsShape } from '#lib/domain/smsSegments.ts';
import type { Delivery, Destination, Notice } from '#lib/services/ports/channels.ts';
import * as v from 'valibot';
import { shortText } from './shortText.ts';
import type { SmsSettings } from '../channelSettings.ts';

const answered = v.object({ accepted: v.boolean(), id: v.string(), final: v.optional(v.boolean()) });

const patienceMs = 15_000;
const mostBytes = 10_000;

/**
 * Hands a text to the SMS gateway (docs/formats.md). Only a clear yes counts: 200 to 202, JSON, `accepted: true` and our
 * own id. A redirect, a page, another id, silence: tried again later. A clear and final no is not tried again.
 */
export const sendSms = async (
	{ url, token }: SmsSettings,
	{ number }: Extract<Destination, { channel: 'sms' }>,
	notice: Notice,
	{ timeoutMs = patienceMs } = {},
): Promise<Delivery> => {
	const text = shortText(notice);
	try {
		const response = await fetch(url, {
			method: 'POST',
			redirect: 'manual',
			signal: AbortSignal.timeout(timeoutMs),
			headers: {
				'Content-Type': 'application/json; charset=utf-8',
				Accept: 'application/json',
				'Idempotency-Key': notice.id,
				...(token === null ? {} : { Authorization: `Bearer ${token}` }),
			},
			body: JSON.stringify({ id: notice.id, to: number, text, ...smsShape(text) }),
		});
		return judge(response.status, await firstOf(response), notice.id);
	} catch (error) {
		const isSlow = error instanceof Error && error.name === 'TimeoutError';
		return { outcome: 'later', reason: isSlow ? 'too_slow' : 'not_reached' };
	}
};

/** The beginning of an answer: a gateway that talks without end is not listened to. */
const firstOf = async (response: Response): Promise<string> => {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of response.body ?? []) {
		text += decoder.decode(chunk as Uint8Array, { stream: true });
		if (text.length > mostBytes) break;
	}
	return text;
};

const judge = (status: number, body: string, id: string): Delivery => {
	const said = v.safeParse(v.pipe(v.string(), v.parseJson(), answered), body);
	if (!said.success || said.output.id !== id) {
		return { outcome: 'later', reason: status >= 500 ? 'gateway_failed' : 'answer_not_understood' };
	}
	const { accepted, final } = said.output;
	if (accepted) {
		const isYes = status >= 200 && status <= 202;
		return isYes ? { outcome: 'accepted' } : { outcome: 'later', reason: 'answer_not_understood' };
	}
	return final ? { outcome: 'refused' } : { outcome: 'later', reason: 'not_accepted' };
};

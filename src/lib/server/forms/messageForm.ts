import { readEmailAddress } from '#lib/domain/emailAddress.ts';
import { isMessageChannel } from '#lib/domain/message.ts';
import type { MessageChannel } from '#lib/domain/message.ts';
import { readPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { MessageWish } from '#lib/services/keepMessagePreference.ts';
import type { Draft } from './draft.ts';

type Field = 'first' | 'second' | 'third' | 'number' | 'email';

/** The form as typed, to be shown again as it was. */
export type TypedMessages = Record<Field, string>;

/** What is to be put right, by field. */
export type MessagesFault = { field: Field; reason: string };

/** The answer of those who look themselves. */
export const looksThemselves = 'none';

/** Takes the fields of the form, or of a draft of it, and returns them as typed. */
export const typedMessages = (draft: Draft, kept: MessageChannel[] | null): TypedMessages => ({
	first: draft['first']?.[0] ?? (kept === null ? '' : (kept[0] ?? looksThemselves)),
	second: draft['second']?.[0] ?? kept?.[1] ?? '',
	third: draft['third']?.[0] ?? kept?.[2] ?? '',
	number: draft['number']?.[0] ?? '',
	email: draft['email']?.[0] ?? '',
});

/** The field in which a reason of the service belongs. */
export const fieldOf = (reason: string): Field =>
	reason.startsWith('number') ? 'number' : reason.startsWith('email') ? 'email' : 'first';

/** Takes what was typed and returns the wish, or all that is to be put right. A field left empty changes nothing. */
export const readMessages = (
	typed: TypedMessages,
): { ok: true; value: MessageWish } | { ok: false; faults: MessagesFault[] } => {
	const looks = typed.first === looksThemselves;
	const order = looks ? [] : [typed.first, typed.second, typed.third].filter(isMessageChannel);
	const number = typed.number.trim() === '' ? null : readPhoneNumber(typed.number);
	const email = typed.email.trim() === '' ? null : readEmailAddress(typed.email);
	const faults: MessagesFault[] = [
		...(looks || isMessageChannel(typed.first) ? [] : [{ field: 'first', reason: 'first_missing' } as const]),
		...(number && !number.ok ? [{ field: 'number', reason: number.reason } as const] : []),
		...(email && !email.ok ? [{ field: 'email', reason: email.reason } as const] : []),
	];
	if (faults.length > 0) return { ok: false, faults };
	return {
		ok: true,
		value: {
			channels: [...new Set(order)],
			phone: number?.ok ? number.value : null,
			email: email?.ok ? email.value : null,
		},
	};
};

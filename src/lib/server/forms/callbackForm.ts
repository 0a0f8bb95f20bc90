import {
	callbackLanguages,
	callbackTopics,
	callbackWays,
	mostNameLetters,
	pickUps,
} from '#lib/domain/callback.ts';
import { readEmailAddress } from '#lib/domain/emailAddress.ts';
import { readPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { CallbackWish } from '#lib/services/askCallback.ts';
import type { Contact } from '#lib/services/callbackContact.ts';
import type { Draft } from './draft.ts';

/** The fields of the form, in their order on the page. */
const fields = [
	'key',
	'topic',
	'way',
	'number',
	'email',
	'office',
	'language',
	'offeredLanguage',
	'window',
	'pickUp',
	'otherPerson',
	'sayWho',
] as const;
type Field = (typeof fields)[number];

/** The form as typed, to be shown again as it was; a field that was never sent is empty. */
export type TypedCallback = Record<Field, string>;

/** What is to be put right, by field; the reasons are the ends of the names of their messages. */
export type CallbackFault = { field: Field; reason: string };

/** Takes the fields of the form, or of a draft of it, and returns them as typed. */
export const typedCallback = (draft: Draft, defaults: Partial<TypedCallback> = {}): TypedCallback =>
	Object.fromEntries(
		fields.map((field) => [field, draft[field]?.[0] ?? defaults[field] ?? '']),
	) as TypedCallback;

/**
 * Takes the form as left and the language to offer. One that nobody chose is no answer: it follows the page into its
 * next language. One that somebody chose stays, also where a page offers the same.
 */
export const spokenLanguage = (
	draft: Draft,
	offered: string,
): Pick<TypedCallback, 'language' | 'offeredLanguage'> => {
	const left = draft['language']?.[0];
	return left === undefined || left === draft['offeredLanguage']?.[0]
		? { language: offered, offeredLanguage: offered }
		: { language: left, offeredLanguage: '' };
};

const oneOf = <Code extends string>(codes: readonly Code[], typed: string): Code | null =>
	codes.find((code) => code === typed) ?? null;

/** An instant as the form's own windows write it. */
const readInstant = (typed: string): Date | null => {
	const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(typed) ? new Date(typed) : null;
	return instant && !Number.isNaN(instant.getTime()) ? instant : null;
};

/** Takes the beginning of a window as posted and returns the instant, or null when it is none. */
export const readWindow = readInstant;

type ReadContact = { contact: Contact | null; faults: CallbackFault[] };

function readContact(typed: TypedCallback): ReadContact {
	const { way, number, email } = typed;
	const byPhone = (): ReadContact => {
		const read = readPhoneNumber(number);
		return read.ok
			? { contact: { kind: 'phone', value: read.value }, faults: [] }
			: { contact: null, faults: [{ field: 'number', reason: read.reason }] };
	};
	const byEmail = (): ReadContact => {
		const read = readEmailAddress(email);
		return read.ok
			? { contact: { kind: 'email', value: read.value }, faults: [] }
			: { contact: null, faults: [{ field: 'email', reason: read.reason }] };
	};
	if (way === 'phone') return byPhone();
	if (way === 'email') return byEmail();
	if (way !== 'video_sign_language') return { contact: null, faults: [] };
	if (number.trim() !== '') return byPhone();
	if (email.trim() !== '') return byEmail();
	return { contact: null, faults: [{ field: 'number', reason: 'number_or_email_missing' }] };
}

/**
 * Takes what was typed and returns the wish, or all that is to be put right. Who may pick up is asked only where
 * somebody may: on the telephone and for a video call; otherwise the careful answer stands.
 */
export const readCallback = (
	typed: TypedCallback,
): { ok: true; value: CallbackWish } | { ok: false; faults: CallbackFault[] } => {
	const topic = oneOf(callbackTopics, typed.topic);
	const way = oneOf(callbackWays, typed.way);
	const language = oneOf(callbackLanguages, typed.language);
	const windowStart = readInstant(typed.window);
	const rings = way === 'phone' || way === 'video_sign_language';
	const pickUp = rings ? oneOf(pickUps, typed.pickUp) : 'only_me';
	const sayWho = rings ? oneOf(['yes', 'no'], typed.sayWho) : 'no';
	const name = typed.otherPerson.trim();
	const { contact, faults: contactFaults } = readContact(typed);
	const faults: CallbackFault[] = [
		...(topic ? [] : [{ field: 'topic', reason: 'topic_missing' } as const]),
		...(way ? [] : [{ field: 'way', reason: 'way_missing' } as const]),
		...contactFaults,
		...(way === 'counter' && typed.office === ''
			? [{ field: 'office', reason: 'office_missing' } as const]
			: []),
		...(language ? [] : [{ field: 'language', reason: 'language_missing' } as const]),
		...(windowStart ? [] : [{ field: 'window', reason: 'window_missing' } as const]),
		...(pickUp ? [] : [{ field: 'pickUp', reason: 'pick_up_missing' } as const]),
		...(rings && [...name].length > mostNameLetters
			? [{ field: 'otherPerson', reason: 'name_too_long' } as const]
			: []),
		...(sayWho ? [] : [{ field: 'sayWho', reason: 'say_who_missing' } as const]),
	];
	if (faults.length > 0 || !topic || !way || !language || !windowStart || !pickUp || !sayWho)
		return { ok: false, faults };
	const value: CallbackWish = {
		key: typed.key.slice(0, 100) || globalThis.crypto.randomUUID(),
		...{ topic, way, language, windowStart, pickUp, contact },
		office: way === 'counter' ? typed.office : null,
		otherPerson: pickUp === 'someone_else' && name !== '' ? name : null,
		maySayWho: sayWho === 'yes',
	};
	return { ok: true, value };
};

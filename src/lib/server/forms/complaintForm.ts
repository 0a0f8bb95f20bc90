import { communeOf } from '#lib/domain/communes.ts';
import { complaintSubjects, mostWords } from '#lib/domain/complaint.ts';
import { readEmailAddress } from '#lib/domain/emailAddress.ts';
import type { Language } from '#lib/domain/languages.ts';
import { complaintServices } from '#lib/domain/ombudsman.ts';
import { readPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { Contact } from '#lib/services/callbackContact.ts';
import type { Grievance } from '#lib/services/complain.ts';
import type { Draft } from './draft.ts';

const fields = ['key', 'subject', 'service', 'commune', 'office', 'words', 'answer'] as const;
type Field = (typeof fields)[number];

/** The form as typed, to be shown again as it was. */
export type TypedComplaint = Record<Field, string>;

/** What is to be put right, by field; `count` is how many letters of the text are too many. */
export type ComplaintFault = { field: Field; reason: string; count?: number };

/** Takes the fields of the form, or of a draft of it, and returns them as typed. */
export const typedComplaint = (draft: Draft, defaults: Partial<TypedComplaint> = {}): TypedComplaint =>
	Object.fromEntries(
		fields.map((field) => [field, draft[field]?.[0] ?? defaults[field] ?? '']),
	) as TypedComplaint;

/** A number or an address, whichever was typed; null when nothing was. */
function readAnswer(typed: string): { ok: true; value: Contact | null } | { ok: false } {
	if (typed.trim() === '') return { ok: true, value: null };
	if (typed.includes('@')) {
		const email = readEmailAddress(typed);
		return email.ok ? { ok: true, value: { kind: 'email', value: email.value } } : { ok: false };
	}
	const phone = readPhoneNumber(typed);
	return phone.ok ? { ok: true, value: { kind: 'phone', value: phone.value } } : { ok: false };
}

/** Takes what was typed and the language of the page and returns the complaint, or all that is to be put right. */
export const readComplaint = (
	typed: TypedComplaint,
	language: Language,
): { ok: true; value: Grievance } | { ok: false; faults: ComplaintFault[] } => {
	const subject = complaintSubjects.find((code) => code === typed.subject);
	const service = complaintServices.find((code) => code === typed.service);
	const commune = communeOf(typed.commune)?.nis ?? null;
	const answer = readAnswer(typed.answer);
	// A browser posts a line break as two characters.
	const words = typed.words.replaceAll('\r\n', '\n').trim();
	const tooMany = [...words].length - mostWords;
	const faults: ComplaintFault[] = [];
	if (!subject) faults.push({ field: 'subject', reason: 'subject_missing' });
	if (!service) faults.push({ field: 'service', reason: 'service_missing' });
	if (tooMany > 0) faults.push({ field: 'words', reason: 'words_too_long', count: tooMany });
	if (!answer.ok) faults.push({ field: 'answer', reason: 'answer_wrong' });
	if (!subject || !service || !answer.ok || faults.length > 0) return { ok: false, faults };
	const value: Grievance = {
		key: typed.key.slice(0, 100) || globalThis.crypto.randomUUID(),
		...{ subject, service, commune, language },
		office: typed.office || null,
		words: words || null,
		contact: answer.value,
	};
	return { ok: true, value };
};

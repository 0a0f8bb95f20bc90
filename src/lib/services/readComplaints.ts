import { readFollowCode } from '#lib/domain/followCode.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import { openContact } from './callbackContact.ts';
import type { Contact } from './callbackContact.ts';
import type { Deps } from './ports.ts';
import type { Complaint } from './ports/complaints.ts';

/** A complaint without what the person wrote and how to answer them. */
export type ComplaintFiled = Omit<Complaint, 'id' | 'keyHash' | 'dossier' | 'words' | 'contact'>;

/** A complaint as whoever answers it reads it. */
export type ComplaintOpened = ComplaintFiled & { words: string | null; contact: Contact | null };

/** All complaints that were not answered yet, the longest waiting first. */
export const listComplaints = ({ store }: Deps, _actor: Actor): Promise<Ok<ComplaintFiled[]>> =>
	store.transact(async (tx) => ok((await tx.complaints.open()).map(filed)));

/** Takes a code as typed and returns what its holder may see: what it is about, never the words. Refuses `unknown_code`. */
export const followComplaint = (
	{ store }: Deps,
	_actor: Actor,
	typed: string,
): Promise<Result<ComplaintFiled, 'unknown_code'>> =>
	store.transact(async (tx) => {
		const code = readFollowCode(typed);
		const found = code && (await tx.complaints.find(code));
		return found ? ok(filed(found)) : refuse('unknown_code');
	});

/** Takes a code and opens the complaint for whoever answers it; the journal says so. Refuses `unknown_code`. */
export const openComplaint = (
	{ store, vault, now }: Deps,
	actor: Actor,
	typed: string,
): Promise<Result<ComplaintOpened, 'unknown_code'>> =>
	store.transact(async (tx) => {
		const code = readFollowCode(typed);
		const found = code && (await tx.complaints.find(code));
		if (!found) return refuse('unknown_code');
		const codes = { complaint: found.code };
		await tx.journal.write([{ actor, action: 'complaint_opened', dossier: found.dossier, codes }], now());
		return ok({
			...filed(found),
			words: found.words && vault.open(found.words, 'complaint-words'),
			contact: found.contact && openContact(vault, found.contact),
		});
	});

/** Takes a code and marks the complaint as answered, once. Refuses `unknown_code`. */
export const answerComplaint = (
	{ store, now }: Deps,
	actor: Actor,
	typed: string,
): Promise<Result<undefined, 'unknown_code'>> =>
	store.transact(async (tx) => {
		const code = readFollowCode(typed);
		const found = code && (await tx.complaints.find(code));
		if (!found) return refuse('unknown_code');
		if (found.answeredAt) return ok();
		await tx.complaints.answered(found.code, now());
		const codes = { complaint: found.code };
		await tx.journal.write([{ actor, action: 'complaint_answered', dossier: found.dossier, codes }], now());
		return ok();
	});

function filed(complaint: Complaint): ComplaintFiled {
	const { id: _id, keyHash: _key, dossier: _dossier, words: _words, contact: _contact, ...rest } = complaint;
	return rest;
}

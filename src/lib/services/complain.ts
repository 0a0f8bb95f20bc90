import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { answerBy } from '#lib/domain/complaint.ts';
import type { ComplaintSubject } from '#lib/domain/complaint.ts';
import { newFollowCode } from '#lib/domain/followCode.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { Office } from '#lib/domain/office.ts';
import type { ComplaintService } from '#lib/domain/ombudsman.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import { uuidOf } from '#lib/domain/uuid.ts';
import type { Actor } from './actor.ts';
import { sealContact } from './callbackContact.ts';
import type { Contact } from './callbackContact.ts';
import type { Deps } from './ports.ts';

/** What went wrong, where, and if the person likes in their own words and with a way to answer. */
export type Grievance = {
	/** The form's own random key: sent again, it is the same complaint. */
	key: string;
	subject: ComplaintSubject;
	service: ComplaintService;
	commune: string | null;
	office: string | null;
	language: Language;
	words: string | null;
	contact: Contact | null;
};

/** The commune (NIS code) that an office is a service of: the way to an ombudsman depends on it. Null: of no single one. */
const communeServedBy = ({ kind, commune }: Pick<Office, 'kind' | 'commune'>): string | null =>
	kind === 'commune' || kind === 'cpas' ? commune : null;

/**
 * Takes a complaint to the service itself, which answers it first, and gives it a code; its commune is that of the office
 * where it names none. Refuses `unknown_office`, and `office_of_other_commune` where the two contradict each other.
 */
export const complain = (
	deps: Deps,
	actor: Actor,
	{ key, words, contact, ...grievance }: Grievance,
): Promise<Result<{ code: string }, 'unknown_office' | 'office_of_other_commune'>> =>
	deps.store.transact(async (tx) => {
		const at = deps.now();
		const keyHash = deps.vault.hash('complaint-form', key);
		const office = grievance.office ? await tx.offices.find(grievance.office) : null;
		if (grievance.office && !office) return refuse('unknown_office');
		const served = office && communeServedBy(office);
		const commune = grievance.commune ?? served;
		if (served && served !== commune) return refuse('office_of_other_commune');
		const code = newFollowCode(deps.random);
		const dossier = actor.kind === 'newcomer' ? actor.id : null;
		const added = await tx.complaints.add({
			...grievance,
			commune,
			id: uuidOf(at, deps.random(10)),
			code,
			keyHash,
			dossier,
			words: words ? deps.vault.seal(words, 'complaint-words') : null,
			contact: contact && sealContact(deps.vault, contact),
			channel: actor.channel,
			openedAt: at,
			answerBy: answerBy(brusselsToday(at)),
			answeredAt: null,
		});
		if (added === 'already_there') return ok({ code: (await tx.complaints.codeByKey(keyHash)) ?? code });
		const codes = { complaint: code, subject: grievance.subject, service: grievance.service };
		await tx.journal.write([{ actor, action: 'complained', dossier, codes }], at);
		return ok({ code });
	});

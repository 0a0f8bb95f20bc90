import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { letterLanguageOf } from '#lib/domain/communes.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { isLate, runningDeadline } from '#lib/domain/deadlines.ts';
import type { Deadline } from '#lib/domain/deadlines.ts';
import type { Language, LetterLanguage } from '#lib/domain/languages.ts';
import { newLetterCode, showLetterCode } from '#lib/domain/letterCode.ts';
import type { Person } from '#lib/domain/person.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Ok, Refused } from '#lib/domain/result.ts';
import { statusOf } from '#lib/domain/status.ts';
import type { Status } from '#lib/domain/status.ts';
import type { Actor } from './actor.ts';
import { openPerson } from './openPerson.ts';
import { lockPathwayFile } from './pathwayFile.ts';
import type { KeptOffice } from './ports/offices.ts';
import type { Deps } from './ports.ts';

/** Everything a letter with a code says. */
export type Letter = {
	dossier: string;
	/** As it is printed: XXXX-XXXX-XXXX. */
	code: string;
	/** Opens the sign-in page in the person's language with the code filled in. */
	url: string;
	origin: string;
	person: Person;
	commune: string;
	language: Language;
	letterLanguage: LetterLanguage;
	issuedOn: CalendarDate;
	status: Exclude<Status, 'closed'>;
	confirmedOn: CalendarDate | null;
	mayFollowVoluntarily: boolean | null;
	deadline: Deadline | null;
	late: boolean;
	/** The counter of the commune, and whoever answers for the whole Region. */
	counter: KeptOffice | null;
	frontDesk: KeptOffice | null;
};

export type LetterIssued = Pick<Letter, 'dossier' | 'code' | 'url'>;

export type LetterRefused =
	| Refused<'unknown_dossier'>
	| Refused<'dossier_closed', { closedOn: CalendarDate }>
	| Refused<'person_erased'>;

/**
 * Gives a dossier a new letter code and ends the old one. `print` is called before that is settled: what it throws
 * undoes everything, so that a letter nobody has on paper never ends one that somebody has. Refuses an unknown
 * dossier, a closed one, and one whose person was erased.
 */
export const issueLetter = async (
	{ store, vault, now, random }: Deps,
	actor: Actor,
	input: { dossier: string; origin: string; print?: (letter: Letter) => Promise<void> },
): Promise<Ok<LetterIssued> | LetterRefused> => {
	const at = now();
	const today = brusselsToday(at);
	return store.transact(async (tx) => {
		const file = await lockPathwayFile(tx, input.dossier, today);
		if (!file) return refuse('unknown_dossier');
		const { dossier, facts, rules } = file;
		const status = statusOf(facts, today);
		if (status === 'closed') return refuse('dossier_closed', { closedOn: dossier.closedOn ?? today });
		const person = openPerson(vault, dossier);
		if (!person) return refuse('person_erased');

		const { id, language, commune, confirmedOn, mayFollowVoluntarily } = dossier;
		const [counter = null] = await tx.offices.list({ commune, kind: 'commune' });
		const [frontDesk = null] = await tx.offices.list({ kind: 'front_desk' });
		const symbols = newLetterCode(random);
		const code = showLetterCode(symbols);
		const url = `${input.origin}/${language}/sign-in?code=${code}`;
		await tx.letterCodes.replace(id, vault.hash('letter-code', symbols), at);
		await tx.journal.write([{ actor, action: 'letter_issued', dossier: id }], at);
		await input.print?.({
			...{ dossier: id, code, url, origin: input.origin, person, commune, language },
			...{ status, confirmedOn, mayFollowVoluntarily, issuedOn: today, counter, frontDesk },
			letterLanguage: letterLanguageOf(language, commune),
			deadline: runningDeadline(facts, today, rules),
			late: isLate(facts, today, rules),
		});
		return ok({ dossier: id, code, url });
	});
};

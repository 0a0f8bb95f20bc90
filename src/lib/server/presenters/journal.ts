import { isOfficeStep } from '#lib/domain/pathway.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { OfficeStep } from '#lib/domain/pathway.ts';
import type { Me } from '#lib/services/viewMe.ts';
import { officeName } from './officeName.ts';
import type { OfficeName } from './officeName.ts';

/** A line of the journal as its person reads it: what was done, which step it was about, and which office did it. */
export type JournalLineShown = {
	at: Date;
	action: string;
	actorKind: string;
	channel: string;
	step: OfficeStep | null;
	office: OfficeName | null;
};

/** Takes what a person sees of themselves and a language and returns the lines of their journal, latest first. */
export const showJournal = ({ journal, offices }: Me, language: Language): JournalLineShown[] =>
	journal.map(({ at, action, actorKind, actorId, channel, codes }) => {
		const step = String(codes['step'] ?? '');
		const office = actorKind === 'office' && offices.find(({ id }) => id === actorId);
		return {
			...{ at, action, actorKind, channel },
			step: isOfficeStep(step) ? step : null,
			office: office ? officeName(office, language) : null,
		};
	});

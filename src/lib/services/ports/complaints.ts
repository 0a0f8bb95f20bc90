import type { ComplaintSubject } from '#lib/domain/complaint.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { ComplaintService } from '#lib/domain/ombudsman.ts';
import type { Channel } from '../actor.ts';

/** What went wrong, as it is kept: the person's own words and how to answer them are sealed. */
export type Complaint = {
	id: string;
	code: string;
	keyHash: Uint8Array;
	dossier: string | null;
	subject: ComplaintSubject;
	service: ComplaintService;
	/** NIS code. */
	commune: string | null;
	office: string | null;
	language: Language;
	words: Uint8Array | null;
	contact: Uint8Array | null;
	channel: Channel;
	openedAt: Date;
	answerBy: CalendarDate;
	answeredAt: Date | null;
};

/** Complaints, first for the service itself. */
export type Complaints = {
	/** The code that this form got when it was sent before; null the first time. */
	codeByKey(keyHash: Uint8Array): Promise<string | null>;
	find(code: string): Promise<Complaint | null>;
	/** Adds it, unless the same form came before. */
	add(complaint: Complaint): Promise<'added' | 'already_there'>;
	/** Those not answered yet, the longest waiting first. */
	open(): Promise<Complaint[]>;
	answered(code: string, at: Date): Promise<void>;
	/** Deletes words and contacts of what was answered before an instant; returns how many complaints. */
	forgetAnswered(before: Date, at: Date): Promise<number>;
};

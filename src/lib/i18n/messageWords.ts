import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import { attestationKinds } from '#lib/domain/attestation/claims.ts';
import type { Course, Session } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { MessageKind } from '#lib/domain/message.ts';
import { revocationCodes } from '#lib/domain/revocation.ts';
import { firstDay } from '#lib/domain/sessionTimes.ts';
import { m } from '#lib/paraglide/messages.js';
import { attestationKindName, revocationWords } from './attestationWords.ts';
import { courseInWords } from './courseWords.ts';
import { dateInWords } from './dateInWords.ts';
import { isolate } from './isolate.ts';

/** What a message is about, as far as its words say it. */
export type MessageFacts = {
	kind: MessageKind;
	course: Course | null;
	session: Session | null;
	/** The seat it is about; null for somebody who waits for one. */
	booking: string | null;
	aboutOn: string | null;
	codes: Record<string, string>;
};

/**
 * A message in words: what it is, which course, when and where, or why, and what to do next. `paper` is which attestation
 * it is about: not for the screen of a telephone that anybody may look at.
 */
export type MessageWords = {
	title: string;
	course: string | null;
	paper: string | null;
	facts: string[];
	next: string;
};

/** How values that keep their own direction are set apart: by marks, or not at all where a reader would see the marks. */
export type Apart = (value: string) => string;

/** Takes a message and a language and returns it in words, whole sentences, without anything of the person. */
export const messageWords = (
	facts: MessageFacts,
	language: Language,
	apart: Apart = isolate,
): MessageWords => ({
	title: m[`messages_title_${wordsFor(facts)}`]({}, { locale: language }),
	course: facts.course && courseInWords(facts.course, { locale: language }),
	paper: paperWords(facts, language),
	facts: facts.session ? whenAndWhere(facts, facts.session, language, apart) : whyWords(facts, language),
	next: nextWords(facts, language, apart),
});

/** Somebody in line has no course yet: what changes is what they wait for. */
const wordsFor = ({ kind, booking }: MessageFacts) => {
	if (booking === null && kind === 'session_changed') return 'line_changed';
	if (booking === null && kind === 'session_called_off') return 'line_called_off';
	return kind;
};

const paperWords = ({ codes }: MessageFacts, locale: Language): string | null => {
	const kind = attestationKinds.find((each) => each === codes['attested']);
	return kind ? attestationKindName(kind, { locale }) : null;
};

/** Why a paper was revoked. */
const whyWords = ({ kind, codes }: MessageFacts, locale: Language): string[] => {
	const reason = revocationCodes.find((each) => each === codes['reason']);
	return kind === 'attestation_revoked' && reason ? [revocationWords(reason, { locale })] : [];
};

const whenAndWhere = (
	{ aboutOn }: MessageFacts,
	session: Session,
	locale: Language,
	apart: Apart,
): string[] => {
	const date = apart(dateInWords(aboutOn ?? firstDay(session), locale));
	const [from, until] = [apart(session.startTime), apart(session.endTime)];
	return [
		m.messages_when({ date, from, until }, { locale }),
		m.messages_where({ place: apart(session.place) }, { locale }),
	];
};

const nextWords = (facts: MessageFacts, locale: Language, apart: Apart): string => {
	const options = { locale };
	const words = wordsFor(facts);
	switch (words) {
		case 'booked':
		case 'moved':
		case 'reminder_3_days':
		case 'reminder_1_day':
			return m.messages_next_seat({}, options);
		case 'session_changed':
			return m.messages_next_changed({}, options);
		case 'session_called_off':
			return m.messages_next_called_off({}, options);
		case 'line_changed':
		case 'line_called_off':
		case 'needs_unsure':
			return m[`messages_next_${words}`]({}, options);
		case 'line_joined':
			return m.messages_next_line({}, options);
		case 'seat_offered':
			return offerWords(facts.codes['until'], locale, apart);
		case 'offer_expired':
			return m.messages_next_expired({}, options);
		case 'cancelled':
		case 'line_left':
		case 'offer_declined':
			return m.messages_next_choose({}, options);
		case 'attestation_issued':
			return m.messages_next_attestation_issued({}, options);
		case 'attestation_revoked':
			return m.attestations_revoked_ask({}, options);
		case 'test':
			return m.messages_next_test({}, options);
	}
};

/** Until when an offer holds its seat: an instant, where the message knows it. */
const offerWords = (until: string | undefined, locale: Language, apart: Apart): string => {
	const instant = until === undefined ? null : new Date(until);
	if (!instant || Number.isNaN(instant.getTime())) return m.messages_next_offer({}, { locale });
	const { date, time } = brusselsClock(instant);
	const words = m.seat_moment({ date: dateInWords(date, locale), time }, { locale });
	return m.messages_next_offer_until({ until: apart(words) }, { locale });
};

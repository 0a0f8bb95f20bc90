import { showReference } from '#lib/domain/attestation/reference.ts';
import type { NeedCode } from '#lib/domain/needs.ts';
import { operator } from '#lib/services/actor.ts';
import type { SeatBooked } from '#lib/services/pathwayFile.ts';
import { readDossier, type DossierRead } from '#lib/services/readDossier.ts';
import { answer, defineCommand, refused } from './command.ts';
import { contractDeadlines, deadlineLines } from './contractDeadlines.ts';
import { dossierNamed } from './dossierNamed.ts';
import { whyRefused } from './whyRefused.ts';

/** `halte dossier`: where one dossier stands; codes and dates, never the person's name. */
export const dossier = defineCommand({
	usage: 'dossier DOSSIER [--json]',
	words: 1,
	async run({ deps }, args) {
		const read = await readDossier(deps, operator, { dossier: dossierNamed(args) });
		if (!read.ok) return refused(whyRefused(read));
		answer(args, said(read.value), readable(read.value));
		return 0;
	},
});

const said = (read: DossierRead) => ({
	dossier: read.id,
	commune: read.commune,
	language: read.language,
	status: read.status,
	late: read.late,
	decision: { ...read.decision, confirmed: read.confirmedOn !== null },
	confirmedOn: read.confirmedOn,
	closedOn: read.closedOn,
	steps: read.stops,
	deadlines: contractDeadlines(read.deadline),
	suspension: read.suspension,
	bookings: read.bookings.map(seatSaid),
	waitingEntries: read.waiting.map(seatSaid),
	needs: read.atCourses?.needs ?? null,
	attendance: (read.atCourses?.attendance ?? []).map(({ session, meetingOn, status }) => ({
		session,
		meetingOn,
		status,
	})),
	attestations: read.attestations.map(({ reference, ...each }) => ({
		...each,
		reference: showReference(reference),
	})),
});

/** A seat as the files say it: the course by its id. */
const seatSaid = <Seat extends SeatBooked>({ course, nextOn: _next, ...seat }: Seat) => ({
	...seat,
	course: course.id,
});

const readable = (read: DossierRead): string[] => [
	`${read.id}: ${read.status}${read.late ? ', late' : ''}`,
	`decision ${[read.decision.outcome, ...read.decision.reasons].join(' ')}, ${
		read.confirmedOn === null ? 'a proposal' : `confirmed on ${read.confirmedOn}`
	}`,
	...read.stops.map(({ step, state, on, office }) => [step, state, on, office].filter(Boolean).join(' ')),
	...deadlineLines(read.deadline),
	...read.bookings.map(({ session, step, startsOn }) => `booked ${step} ${session} from ${startsOn}`),
	...read.waiting.map(
		({ session, step, place, offerUntil }) =>
			`waiting ${step} ${session}, place ${place}${offerUntil ? `, offered until ${offerUntil.toISOString()}` : ''}`,
	),
	...needsLines(read),
	...(read.atCourses?.attendance ?? []).map(
		({ session, meetingOn, status }) => `${status} at ${session} on ${meetingOn}`,
	),
	...read.attestations.map(
		({ id, kind, on, issuer, revokedFor }) =>
			`attestation of ${kind} ${on} by ${issuer} ${id}${revokedFor ? `, revoked: ${revokedFor}` : ''}`,
	),
];

const needsLines = ({ atCourses }: DossierRead): string[] => {
	const needs = atCourses?.needs;
	if (!needs || needs.codes.length === 0) return [];
	const languages: Partial<Record<NeedCode, string | null>> = {
		interpreter: needs.interpreterLanguage,
		sign_language: needs.signLanguage,
	};
	const named = needs.codes.map((code) => (languages[code] ? `${code} (${languages[code]})` : code));
	return [`needs ${named.join(', ')}`];
};

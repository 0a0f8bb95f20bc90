import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { isDueToday, isLate, runningDeadline, type Deadline } from '#lib/domain/deadlines.ts';
import type { DecisionReason, Outcome } from '#lib/domain/decision.ts';
import type { Language } from '#lib/domain/languages.ts';
import { isKept } from '#lib/domain/hold.ts';
import { stopsOf, type Stop, type Suspension } from '#lib/domain/pathway.ts';
import { ok, refuse, type Result } from '#lib/domain/result.ts';
import type { Rules } from '#lib/domain/rules/rules.ts';
import { statusOf, suspensionOn, type Status } from '#lib/domain/status.ts';
import type { Needs } from '#lib/domain/needs.ts';
import type { Actor } from './actor.ts';
import { needsOf } from './needs.ts';
import { readPathwayFile, type PathwayFile } from './pathwayFile.ts';
import type { Attendance } from './ports/attendances.ts';
import type { Deps } from './ports.ts';

/** One person's line, computed from the facts as they are today. */
export type DossierRead = {
	id: string;
	commune: string;
	language: Language;
	status: Status;
	decision: {
		outcome: Outcome;
		reasons: DecisionReason[];
		referenceDate: CalendarDate;
		rules: string;
		mayFollowVoluntarily: boolean | null;
		decidedOn: CalendarDate;
	};
	confirmedOn: CalendarDate | null;
	closedOn: CalendarDate | null;
	stops: Stop[];
	/** The one deadline that runs. */
	deadline: Deadline | null;
	late: boolean;
	/** Today is the day printed on the letter. */
	dueToday: boolean;
	/** The suspension in force. */
	suspension: Suspension | null;
	bookings: PathwayFile['bookings'];
	waiting: PathwayFile['waiting'];
	/** The papers issued, in the order of their issue, those that were revoked too. */
	attestations: PathwayFile['papers'];
	/** The offices at which steps were done. */
	offices: PathwayFile['offices'];
	rules: Rules;
	/** What the person needs at a course, and how they were at its meetings; null for the person's own look at their line. */
	atCourses: { needs: Needs | null; attendance: Attendance[] } | null;
};

/**
 * Reads one dossier. A look by anybody but the person leaves a line in the journal, which the person sees; a newcomer
 * may read their own dossier only. Refuses an unknown dossier.
 */
export const readDossier = async (
	{ store, vault, now }: Deps,
	actor: Actor,
	{ dossier: id }: { dossier: string },
): Promise<Result<DossierRead, 'unknown_dossier'>> => {
	const at = now();
	const today = brusselsToday(at);
	const isOwn = actor.kind === 'newcomer' && actor.id === id;
	if (actor.kind === 'anonymous' || (actor.kind === 'newcomer' && !isOwn)) return refuse('unknown_dossier');
	// The person's own look is known from their sign-in; a line for each page would only follow them about.
	if (isOwn) {
		const file = await store.look((tx) => readPathwayFile(tx, id, today));
		return file ? ok(lineOf(file, at)) : refuse('unknown_dossier');
	}
	return store.transact(async (tx) => {
		const file = await readPathwayFile(tx, id, today);
		if (!file) return refuse('unknown_dossier');
		await tx.journal.write([{ actor, action: 'looked', dossier: id }], at);
		const needs = await needsOf(tx, vault, file.dossier);
		const attendance = await tx.attendances.ofDossier(id);
		return ok({ ...lineOf(file, at), atCourses: { needs, attendance } });
	});
};

const lineOf = (file: PathwayFile, at: Date): DossierRead => {
	const today = brusselsToday(at);
	const { dossier, facts, rules, bookings, offices } = file;
	// Past its time an offer counts for nothing, also when no job has noticed yet.
	const waiting = file.waiting.map((each) => ({
		...each,
		offerUntil: each.offerUntil && isKept({ until: each.offerUntil }, at) ? each.offerUntil : null,
	}));
	const status = statusOf(facts, today);
	return {
		id: dossier.id,
		commune: dossier.commune,
		language: dossier.language,
		status,
		decision: {
			outcome: dossier.outcome,
			reasons: dossier.reasons as DecisionReason[],
			referenceDate: dossier.referenceDate,
			rules: dossier.rules,
			mayFollowVoluntarily: dossier.mayFollowVoluntarily,
			decidedOn: dossier.decidedOn,
		},
		confirmedOn: dossier.confirmedOn,
		closedOn: dossier.closedOn,
		stops: stopsOf(facts, status),
		deadline: runningDeadline(facts, today, rules),
		late: isLate(facts, today, rules),
		dueToday: isDueToday(facts, today, rules),
		suspension: status === 'suspended' ? suspensionOn(facts.suspensions, today) : null,
		bookings,
		waiting,
		attestations: file.papers,
		offices,
		rules,
		atCourses: null,
	};
};

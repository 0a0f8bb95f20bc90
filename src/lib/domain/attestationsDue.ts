import { communeIssuer, officeIssuer } from './attestation/claims.ts';
import type { AttestationKind } from './attestation/claims.ts';
import type { AttendanceStatus } from './attendance.ts';
import type { Course } from './course.ts';
import type { CalendarDate } from './dates.ts';
import type { PathwayFacts } from './pathway.ts';
import { meetingDays } from './sessionTimes.ts';
import type { Timetable } from './sessionTimes.ts';

/** The courses for whose every meeting an office attests (decree of 18 January 2024, arts. 14 to 22). */
export const moduleKinds = ['rights_and_duties', 'citizenship', 'language_course'] as const;
/** One of these. */
export type ModuleKind = (typeof moduleKinds)[number];

/** A paper that the facts of a dossier entitle its person to, and who owes it to them. */
export type AttestationDue = {
	kind: AttestationKind;
	issuer: string;
	on: CalendarDate;
	/** The session that was attended; null for a paper that no course leads to. */
	session: string | null;
	hours: number | null;
	level: string | null;
	/** The language that was taught, BCP 47. */
	courseLanguage: string | null;
};

/** One session of a course and how the person was at its meetings, as far as it was written down. */
export type SessionAttended = {
	session: Timetable & { id: string };
	course: Pick<Course, 'kind' | 'office' | 'courseLanguage' | 'level' | 'hours'>;
	meetings: readonly { on: CalendarDate; status: AttendanceStatus }[];
};

const ofNoCourse = { session: null, hours: null, level: null, courseLanguage: null };

/** Takes the facts of a dossier and the sessions somebody was at, and returns the papers owed for them, in the order of the line. */
export function attestationsDue(
	commune: string,
	facts: Pick<PathwayFacts, 'confirmedOn' | 'done'>,
	sessions: readonly SessionAttended[],
): AttestationDue[] {
	const { confirmedOn, done } = facts;
	const byStep = (step: 'registration' | 'completion'): AttestationDue[] =>
		done.flatMap((each) =>
			each.step === step && each.office !== null
				? [{ ...ofNoCourse, kind: step, issuer: officeIssuer(each.office), on: each.on }]
				: [],
		);
	const obligation: AttestationDue[] =
		confirmedOn === null
			? []
			: [{ ...ofNoCourse, kind: 'obligation', issuer: communeIssuer(commune), on: confirmedOn }];
	return [...obligation, ...byStep('registration'), ...sessions.flatMap(ofSession), ...byStep('completion')];
}

/** Takes a session and says whether somebody was written down as not having been at one of its meetings. */
export function missedOne({ meetings }: Pick<SessionAttended, 'meetings'>): boolean {
	return meetings.some(({ status }) => !wasThere(status));
}

function ofSession(attended: SessionAttended): AttestationDue[] {
	const { session, course, meetings } = attended;
	const kind = moduleKinds.find((each) => each === course.kind);
	if (!kind || missedOne(attended)) return [];
	const days = meetingDays(session);
	const last = days.at(-1);
	const all = days.every((day) => meetings.some(({ on }) => on === day));
	if (last === undefined || !all) return [];
	const { hours, level, courseLanguage } = course;
	return [
		{
			...{ kind, issuer: officeIssuer(course.office), on: last, session: session.id, hours },
			...(kind === 'language_course' ? { level, courseLanguage } : { level: null, courseLanguage: null }),
		},
	];
}

/** Who came late was there; an excuse is a good reason, and no attendance. */
function wasThere(status: AttendanceStatus): boolean {
	return status === 'present' || status === 'late';
}

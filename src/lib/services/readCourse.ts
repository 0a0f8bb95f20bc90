import { isOfferId } from '#lib/domain/course.ts';
import type { Course } from '#lib/domain/course.ts';
import type { HoldKind } from '#lib/domain/hold.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps, Tx } from './ports.ts';
import { cardsAhead, startsFrom } from './sessionCards.ts';
import type { SessionCard } from './sessionCards.ts';

/** What the person who looks has in a session: a seat, one that is kept for them, or a place in its line (1 is first). */
export type Mine = { booking: string } | { keptUntil: Date; kind: HoldKind } | { place: number };

/** A course with its sessions still to begin, what the reader has in them, and seats elsewhere. */
export type CourseRead = {
	course: Course;
	office: SessionCard['office'];
	sessions: SessionCard[];
	mine: Record<string, Mine>;
	/** Sessions of the same kind elsewhere with a free seat, those in a language spoken here first. */
	elsewhere: SessionCard[];
};

const fewElsewhere = 4;

/** Reads one course for whoever looks. Refuses with `unknown_course`. */
export const readCourse = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	actor: Actor,
	{ course: id }: { course: string },
): Promise<Result<CourseRead, 'unknown_course'>> => {
	if (!isOfferId(id)) return refuse('unknown_course');
	const at = now();
	return store.transact(async (tx) => {
		const course = await tx.courses.find(id);
		const office = course && (await tx.offices.find(course.office));
		if (!course || !office) return refuse('unknown_course');
		const all = cardsAhead(await tx.courses.offered({ at, from: startsFrom(at) }), at);
		const sessions = all.filter((card) => card.course.id === id);
		return ok({
			course,
			office: { id: office.id, nameFr: office.nameFr, nameNl: office.nameNl },
			sessions,
			mine: actor.kind === 'newcomer' && actor.id ? await readMine(tx, actor.id, at) : {},
			elsewhere: seatsElsewhere(course, sessions, all),
		});
	});
};

async function readMine(tx: Tx, dossier: string, at: Date): Promise<Record<string, Mine>> {
	const mine: Record<string, Mine> = {};
	for (const { session, place } of await tx.bookings.waitingOf(dossier, at)) mine[session] = { place };
	for (const { session, until, kind } of await tx.holds.ofDossier(dossier, at))
		mine[session] = { keptUntil: until, kind };
	for (const { id, session } of await tx.bookings.ofDossier(dossier)) mine[session] = { booking: id };
	return mine;
}

function seatsElsewhere(course: Course, here: SessionCard[], all: SessionCard[]): SessionCard[] {
	const spoken = new Set(here.flatMap(({ session }) => session.spokenLanguages));
	const speaks = ({ session }: SessionCard) => session.spokenLanguages.some((each) => spoken.has(each));
	return all
		.filter(
			(card) =>
				card.course.id !== course.id &&
				card.course.kind === course.kind &&
				card.course.courseLanguage === course.courseLanguage &&
				card.bookable > 0,
		)
		.toSorted((one, other) => Number(speaks(other)) - Number(speaks(one)))
		.slice(0, fewElsewhere);
}

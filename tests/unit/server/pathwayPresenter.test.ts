import { describe, expect, it } from 'vitest';
import { course } from '#lib/demonstration/offer.ts';
import type { PathwayFacts } from '#lib/domain/pathway.ts';
import { stopsOf } from '#lib/domain/pathway.ts';
import { isDueToday, isLate, runningDeadline } from '#lib/domain/deadlines.ts';
import { currentRules } from '#lib/domain/rules/rules.ts';
import { statusOf } from '#lib/domain/status.ts';
import { presentPathway } from '#lib/server/presenters/pathway.ts';
import type { SeatBooked } from '#lib/services/pathwayFile.ts';
import type { DossierRead } from '#lib/services/readDossier.ts';
import { pathwayFacts } from '../../support/pathwayFacts.ts';

const today = '2026-07-10';
const dossier = (changes: Partial<PathwayFacts> = {}, more: Partial<DossierRead> = {}): DossierRead => {
	const facts = pathwayFacts({ confirmedOn: '2026-03-01', ...changes });
	const status = statusOf(facts, today);
	return {
		id: 'D',
		commune: '21004',
		language: 'ar',
		status,
		decision: {
			outcome: facts.outcome,
			reasons: [],
			referenceDate: '2026-02-01',
			rules: currentRules.version,
			mayFollowVoluntarily: facts.outcome !== 'obliged',
			decidedOn: '2026-02-02',
		},
		confirmedOn: facts.confirmedOn,
		closedOn: facts.closedOn,
		stops: stopsOf(facts, status),
		deadline: runningDeadline(facts, today, currentRules),
		late: isLate(facts, today, currentRules),
		dueToday: isDueToday(facts, today, currentRules),
		suspension: null,
		bookings: [],
		waiting: [],
		attestations: [],
		offices: [{ id: 'via', nameFr: 'VIA (fr)', nameNl: 'VIA (nl)' }],
		rules: currentRules,
		atCourses: null,
		...more,
	};
};
const registration = { step: 'registration', on: '2026-04-01', office: 'via' } as const;
const seat: SeatBooked = {
	...{
		session: 's',
		step: 'language_course',
		course: course({ kind: 'language_course', courseLanguage: 'fr', level: 'A1.1' }),
	},
	...{ startsOn: '2026-06-01', endsOn: '2026-08-30', nextOn: '2026-08-03' },
	startTime: '18:00',
};
const stopOf = (read: DossierRead) => show(read).stops.find(({ step }) => step === 'language_course');
const show = (read: DossierRead, language: 'fr' | 'nl' = 'fr') => presentPathway(read, language);

describe('what a page shows of the line', () => {
	it('holds nothing that tells who it is', () =>
		expect(JSON.stringify(show(dossier()))).not.toMatch(/"id"|person|name/i));

	it('says commune and office in the language of the page', () => {
		const read = dossier({ done: [registration] });
		expect(show(read).commune).toBe('Bruxelles');
		expect(show(read, 'nl').commune).toBe('Brussel');
		expect(show(read).stops[1]?.office).toBe('VIA (fr)');
		expect(show(read, 'nl').stops[1]?.office).toBe('VIA (nl)');
	});

	it('has a next stop only where there is something to do', () => {
		expect(show(dossier()).next?.step).toBe('registration');
		expect(show(dossier({ confirmedOn: null })).next).toBeNull();
		expect(show(dossier({ closedOn: today })).next).toBeNull();
	});

	it('names the seat at its stop, and the place in line only where there is no seat', () => {
		const line = { ...seat, id: 'w', place: 3, offerUntil: null };
		expect(stopOf(dossier({}, { bookings: [{ id: 'b', ...seat }], waiting: [line] }))).toMatchObject({
			seat: {
				course: { kind: 'language_course', courseLanguage: 'fr', level: 'A1.1' },
				nextOn: '2026-08-03',
			},
			isOver: false,
			place: null,
		});
		expect(stopOf(dossier({}, { waiting: [line] }))).toMatchObject({
			...{ seat: null, isOver: false, place: 3 },
		});
	});

	it('says which seats are offered, and until when by the clock of Brussels', () => {
		const line = { ...seat, id: 'w', place: 1 };
		const offered = { ...line, offerUntil: new Date('2026-07-13T08:30:00Z') };
		expect(show(dossier({}, { waiting: [{ ...line, offerUntil: null }, offered] })).offers).toEqual([
			{
				course: { kind: 'language_course', courseLanguage: 'fr', level: 'A1.1' },
				until: { date: '2026-07-13', time: '10:30' },
			},
		]);
	});

	it('names of several seats the one that meets first, and of a course that is over says that it is', () => {
		const over = { ...seat, nextOn: null };
		const later = { ...seat, nextOn: '2026-09-01' };
		const bookings = [over, later, seat].map((each, index) => ({ id: `b${index}`, ...each }));
		expect(stopOf(dossier({}, { bookings }))).toMatchObject({
			seat: { nextOn: '2026-08-03' },
			isOver: false,
		});
		const ended = stopOf(dossier({}, { bookings: [{ id: 'b', ...over }] }));
		expect(ended).toMatchObject({ seat: null, isOver: true });
		const done = { step: 'language_course', on: '2026-07-01', office: null } as const;
		const recorded = stopOf(dossier({ done: [done] }, { bookings: [{ id: 'b', ...over }] }));
		expect(recorded).toMatchObject({ state: 'done', seat: null, isOver: false });
	});

	it('draws a line that nobody has to take as plain, and of a closed dossier only what was done', () => {
		const exempt = show(dossier({ outcome: 'exempt', confirmedOn: null }));
		expect(new Set(exempt.stops.map(({ state }) => state))).toEqual(new Set(['plain']));
		expect(exempt.stops.map(({ step }) => step)).not.toContain('information');
		const closed = show(dossier({ done: [registration], closedOn: today }));
		expect(closed.stops.map(({ step }) => step)).toEqual(['information', 'registration']);
	});

	it('knows the own office once a step was done there', () => {
		expect(show(dossier()).ownOffice).toBeNull();
		expect(show(dossier({ done: [registration] }), 'nl').ownOffice).toEqual({
			...{ called: 'VIA (nl)', card: 'office-via' },
		});
		expect(show(dossier({ done: [{ ...registration, office: null }] })).ownOffice).toBeNull();
	});

	it('puts a seat near the top where the next stop does not say it', () => {
		const bookings = [{ id: 'b', ...seat }];
		const held = { nextOn: '2026-08-03', startTime: '18:00' };
		for (const changes of [
			{ confirmedOn: null },
			{ confirmedOn: null, outcome: 'exempt' },
			{ confirmedOn: null, outcome: 'not_concerned' },
			{},
		] as const)
			expect(show(dossier(changes, { bookings })).seats, JSON.stringify(changes)).toMatchObject([held]);
		const done = (['registration', 'welcome', 'social_assessment', 'language_assessment'] as const)
			.concat(['rights_and_duties', 'citizenship'] as never)
			.map((step) => ({ step, on: '2026-04-01', office: null }));
		const next = show(dossier({ done, booked: ['language_course'] }, { bookings }));
		expect(next).toMatchObject({ next: { step: 'language_course', seat: held }, seats: [] });
	});

	it('speaks of fines only where an obligation is running, with the figures of the rules', () => {
		expect(show(dossier()).sanctions).toEqual({ noticeMonths: 2, fineMinimum: 100, fineMaximum: 2500 });
		expect(show(dossier({ confirmedOn: null })).sanctions).toBeNull();
		expect(
			show(dossier({ confirmedOn: null, outcome: 'exempt', done: [registration] })).sanctions,
		).toBeNull();
		expect(show(dossier({ closedOn: today })).sanctions).toBeNull();
		const completion = { ...registration, step: 'completion' } as const;
		expect(show(dossier({ done: [registration, completion] })).sanctions).toBeNull();
	});

	it('says nothing of fines in a pause, and again once it is over', () => {
		const pause = { from: '2026-06-01', beforePrinted: false };
		for (const until of [null, today, '2026-12-31'])
			expect(show(dossier({ suspensions: [{ ...pause, until }] }))).toMatchObject({
				status: 'suspended',
				sanctions: null,
			});
		const over = show(dossier({ suspensions: [{ ...pause, until: '2026-06-30' }] }));
		expect(over.sanctions).not.toBeNull();
	});

	it('lists the paper of the obligation only for whoever is obliged', () => {
		expect(show(dossier({ done: [registration] })).papers).toEqual([
			{ kind: 'obligation', on: '2026-03-01' },
			{ kind: 'registration', on: '2026-04-01' },
			{ kind: 'completion', on: null },
		]);
		const voluntary = show(dossier({ confirmedOn: null, outcome: 'exempt', done: [registration] }));
		expect(voluntary.papers.map(({ kind }) => kind)).toEqual(['registration', 'completion']);
	});
});

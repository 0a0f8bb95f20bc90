import type { Outcome } from '#lib/domain/decision.ts';
import type { OfficeStep } from '#lib/domain/pathway.ts';

/** Where on the line a demonstration person stands, told as what happened so many days ago. */
export type Stage = {
	name: StageName;
	outcome: Outcome;
	registeredAgo: number;
	confirmedAgo?: number;
	steps?: readonly (readonly [step: OfficeStep, daysAgo: number])[];
	suspendedAgo?: number;
	closedAgo?: number;
	/** Holds a seat in a session, or waits for one that is full. */
	seat?: 'booked' | 'waiting';
};

/** The stages, in the order of the line; the states beside the line come last. */
export const stageNames = [
	'proposal',
	'review',
	'just_confirmed',
	'late_to_register',
	'registered',
	'welcomed',
	'in_course',
	'almost_there',
	'completed',
	'waiting',
	'suspended',
	'closed',
	'exempt',
	'voluntary',
] as const;
export type StageName = (typeof stageNames)[number];

const untilWelcome = [
	['registration', 150],
	['welcome', 140],
] as const;
const untilAssessments = [...untilWelcome, ['social_assessment', 130], ['language_assessment', 128]] as const;

/** One stage of each kind, so that every state of the line can be seen. */
export const stages: readonly Stage[] = [
	{ name: 'proposal', outcome: 'obliged', registeredAgo: 9 },
	{ name: 'review', outcome: 'review', registeredAgo: 12 },
	{ name: 'just_confirmed', outcome: 'obliged', registeredAgo: 40, confirmedAgo: 18 },
	{ name: 'late_to_register', outcome: 'obliged', registeredAgo: 260, confirmedAgo: 215 },
	{
		name: 'registered',
		outcome: 'obliged',
		registeredAgo: 120,
		confirmedAgo: 80,
		steps: [['registration', 15]],
	},
	{ name: 'welcomed', outcome: 'obliged', registeredAgo: 260, confirmedAgo: 220, steps: untilAssessments },
	{
		name: 'in_course',
		outcome: 'obliged',
		registeredAgo: 280,
		confirmedAgo: 230,
		steps: [...untilAssessments, ['rights_and_duties', 60]],
		seat: 'booked',
	},
	{
		name: 'almost_there',
		outcome: 'obliged',
		registeredAgo: 330,
		confirmedAgo: 290,
		steps: [...untilAssessments, ['rights_and_duties', 90], ['citizenship', 45], ['language_course', 10]],
	},
	{
		name: 'completed',
		outcome: 'obliged',
		registeredAgo: 340,
		confirmedAgo: 300,
		steps: [
			...untilAssessments,
			['rights_and_duties', 110],
			['citizenship', 80],
			['language_course', 40],
			['completion', 21],
		],
	},
	{
		name: 'waiting',
		outcome: 'obliged',
		registeredAgo: 240,
		confirmedAgo: 210,
		steps: untilAssessments,
		seat: 'waiting',
	},
	{
		name: 'suspended',
		outcome: 'obliged',
		registeredAgo: 240,
		confirmedAgo: 210,
		steps: untilWelcome,
		suspendedAgo: 25,
	},
	{
		name: 'closed',
		outcome: 'obliged',
		registeredAgo: 300,
		confirmedAgo: 270,
		steps: untilWelcome,
		closedAgo: 14,
	},
	{ name: 'exempt', outcome: 'exempt', registeredAgo: 30 },
	{ name: 'voluntary', outcome: 'exempt', registeredAgo: 200, steps: untilWelcome },
];

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { stageNames } from '#lib/demonstration/stages.ts';
import type { StageName } from '#lib/demonstration/stages.ts';
import type { AttestationKind } from '#lib/domain/attestation/claims.ts';
import { operator } from '#lib/services/actor.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import type { Deps } from '#lib/services/ports.ts';
import {
	checkAnswers,
	checkStops,
	comeToCheck,
	comeToCheckResult,
	walkCheckTo,
	walkCheckToResult,
} from './checkWalk.ts';
import { complained, requestStates } from './helpStates.ts';
import { kioskStates, stayAtTheEnd } from './kioskStates.ts';
import { offered, seatStates } from './seatStates.ts';
import { verifyStates } from './verifyStates.ts';

/** A page in one of its states: how to get there, and as whom. */
export type Visit = {
	/** The route as the file tree names it. */
	route: string;
	state: string;
	/** The address behind the language: `/courses`; with `bare` it is the whole address. */
	path: string;
	bare?: boolean;
	/** Signed in as a demonstration person of this stage; nobody when left out. */
	as?: StageName;
	/** Makes the state through the services, for the person who is signed in, and returns its address instead of `path`. */
	seed?: (deps: Deps, dossier: string) => Promise<string>;
	/** What to do there before looking: fill in, send. */
	act?: (page: Page) => Promise<void>;
	/** The answer's status when it is not 200. */
	status?: number;
};

/** Presses the main button of the page's form, after filling in these fields. */
const send =
	(fields: Record<string, string> = {}) =>
	async (page: Page): Promise<void> => {
		for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
		// The answer to the form leads on: what counts is the page that comes then.
		const arrived = page.waitForEvent('load');
		await page.locator('main form .button--main').first().click();
		await arrived;
	};

/** Chooses these answers first, then fills in and sends. */
const chooseAndSend =
	(choices: Record<string, string>, fields: () => Record<string, string> = () => ({})) =>
	async (page: Page): Promise<void> => {
		for (const [name, value] of Object.entries(choices))
			await page.locator(`[name="${name}"][value="${value}"]`).check();
		await send(fields())(page);
	};

/** Asks to be written to at an address of its own, so that no two visits are taken for the same person. */
const askToBeCalled = chooseAndSend({ topic: 'letter', way: 'email' }, () => ({
	email: `visit-${randomUUID()}@example.org`,
}));
const complain = chooseAndSend({ subject: 'too_slow', service: 'commune' }, () => ({ words: 'Test' }));

/** Opens what is folded up. */
const unfold = async (page: Page): Promise<void> => {
	const folded = page.locator('main details:not([open]) > summary');
	while ((await folded.count()) > 0) await folded.first().click();
};

/** Follows the first link that leads to this address. */
const follow =
	(address: string) =>
	async (page: Page): Promise<void> => {
		await page.locator(`main a[href^="${address}"]`).first().click();
		await page.waitForLoadState();
	};

/** The paper of a kind that a person has. */
const paperOf = async (deps: Deps, dossier: string, kind: AttestationKind): Promise<string> => {
	const papers = await deps.store.look((tx) => tx.attestations.ofDossier(dossier));
	return papers.find((each) => each.kind === kind)?.id ?? '';
};

/** The registration of a person, revoked. */
const revokedPaper = async (deps: Deps, dossier: string): Promise<string> => {
	const attestation = await paperOf(deps, dossier, 'registration');
	await revokeAttestation(deps, operator, { attestation, reason: 'misused' });
	return attestation;
};

/** The same state at the kiosk. */
const atKiosk = ({ seed, ...rest }: Pick<Visit, 'seed' | 'act'> = {}): Pick<Visit, 'seed' | 'act'> => ({
	...rest,
	...(seed && { seed: async (deps, dossier) => `/kiosk${await seed(deps, dossier)}` }),
});

/** What only the kiosk has, and one of each kind of page that it shows of everybody's. */
const kioskVisits: Visit[] = [
	...kioskStates,
	{
		route: '/[lang=lang]/kiosk/end',
		state: 'a visit that is over',
		path: '/kiosk/end?because=time',
		act: stayAtTheEnd,
	},
	{ route: '/[lang=lang]/sign-in', state: 'at the kiosk', path: '/kiosk/sign-in' },
	{ route: '/[lang=lang]/sign-in', state: 'at the kiosk, sent empty', path: '/kiosk/sign-in', act: send() },
	{ route: '/[lang=lang]/check', state: 'at the kiosk', path: '/kiosk/check' },
	{ route: '/[lang=lang]/offices', state: 'at the kiosk', path: '/kiosk/offices?commune=21015' },
	{ route: '/[lang=lang]/courses', state: 'at the kiosk', path: '/kiosk/courses?spoken=ar' },
	{ route: '/[lang=lang]/courses/[id]', state: 'at the kiosk', path: '/kiosk/courses/bapa-bxl-rights' },
	{ route: '/[lang=lang]/help', state: 'at the kiosk', path: '/kiosk/help' },
	{ route: '/[lang=lang]/help/callback', state: 'at the kiosk', path: '/kiosk/help/callback' },
	{
		route: '/[lang=lang]/help/callback/[code]',
		state: 'asked at the kiosk',
		path: '/kiosk/help/callback',
		act: askToBeCalled,
	},
	{ route: '/[lang=lang]/help/complaint', state: 'at the kiosk', path: '/kiosk/help/complaint' },
	{ route: '/[lang=lang]/pathway', state: 'at the kiosk', path: '/kiosk/pathway', as: 'welcomed' },
	{ route: '/[lang=lang]/bookings', state: 'at the kiosk', path: '/kiosk/bookings', as: 'in_course' },
	{ route: '/[lang=lang]/me', state: 'at the kiosk', path: '/kiosk/me', as: 'welcomed' },
	{ route: '/[lang=lang]/verify', state: 'at the kiosk', path: '/kiosk/verify' },
	{
		route: '/[lang=lang]/verify',
		state: 'valid, at the kiosk',
		path: '/kiosk/verify',
		...atKiosk(verifyStates['valid']),
	},
	{
		route: '/[lang=lang]/check/[question=checkQuestion]',
		state: 'a date, at the kiosk',
		path: '/kiosk/check',
		act: walkCheckTo('birth'),
	},
	{
		route: '/[lang=lang]/check/result',
		state: 'at the kiosk',
		path: '/kiosk/check',
		act: walkCheckToResult('probably_obliged'),
	},
	{
		route: '/[lang=lang]/courses/[id]/[session]',
		state: 'held, at the kiosk',
		path: '/kiosk/courses',
		as: 'welcomed',
		...atKiosk({ seed: seatStates['held'] }),
	},
	{
		route: '/[lang=lang]/attestations/[attestation]',
		state: 'at the kiosk',
		path: '/kiosk/attestations',
		as: 'registered',
		...atKiosk({
			seed: async (deps, dossier) => `/attestations/${await paperOf(deps, dossier, 'registration')}`,
		}),
	},
	...(['about', 'privacy', 'accessibility'] as const).map((page) => ({
		route: `/[lang=lang]/${page}`,
		state: 'at the kiosk',
		path: `/kiosk/${page}`,
	})),
	{ route: '/[lang=lang]/attestations', state: 'at the kiosk', path: '/kiosk/attestations', as: 'welcomed' },
	{ route: 'error', state: 'not there, at the kiosk', path: '/kiosk/courses/none', status: 404 },
];

const checkRoute = '/[lang=lang]/check/[question=checkQuestion]';

/** Every page in every state worth looking at. A page of the file tree without a visit fails the suite. */
export const visits: Visit[] = [
	{ route: '/', state: 'the first question', path: '/', bare: true },
	{ route: '/[lang=lang]', state: 'the four doors', path: '' },
	{ route: '/[lang=lang]/language', state: 'without scripts', path: '/language?to=/fr/check' },
	{ route: '/[lang=lang]/demonstration', state: 'who can be tried', path: '/demonstration' },

	{ route: '/[lang=lang]/sign-in', state: 'empty', path: '/sign-in' },
	{ route: '/[lang=lang]/sign-in', state: 'sent on from another page', path: '/sign-in?to=/fr/me' },
	{ route: '/[lang=lang]/sign-in', state: 'signed out', path: '/sign-in?left=here' },
	{ route: '/[lang=lang]/sign-in', state: 'signed out of a shared device', path: '/sign-in?left=shared' },
	{ route: '/[lang=lang]/sign-in', state: 'out of time', path: '/sign-in?left=time' },
	{ route: '/[lang=lang]/sign-in', state: 'sent empty', path: '/sign-in', act: send() },
	{
		route: '/[lang=lang]/sign-in',
		state: 'a wrong code',
		path: '/sign-in',
		act: send({
			code: 'ZZZZ-ZZZZ-ZZZZ',
			'birthDate-day': '1',
			'birthDate-month': '2',
			'birthDate-year': '1990',
		}),
	},
	{ route: '/[lang=lang]/sign-in', state: 'already in', path: '/sign-in', as: 'welcomed' },
	...['no_dossier', 'no_number', 'provider_away', 'provider_refused'].map((why) => ({
		route: '/[lang=lang]/sign-in/refused',
		state: why,
		path: `/sign-in/refused?why=${why}`,
	})),

	{ route: '/[lang=lang]/courses', state: 'the timetable', path: '/courses' },
	{ route: '/[lang=lang]/courses', state: 'its last page', path: '/courses?page=99', as: 'welcomed' },
	{ route: '/[lang=lang]/courses', state: 'searched', path: '/courses?spoken=ar&dayPart=morning' },
	{ route: '/[lang=lang]/courses', state: 'nothing found', path: '/courses?spoken=xx' },
	{
		route: '/[lang=lang]/courses',
		state: 'nothing found for many wishes',
		path: '/courses?kind=citizenship&level=literacy&place=1030&day=1&day=2&femaleTeacher=yes&free=yes',
		as: 'welcomed',
	},
	{ route: '/[lang=lang]/courses', state: 'assessments', path: '/courses?kind=social_assessment' },
	...[
		{ state: 'free seats', path: '/courses/bapa-bxl-rights' },
		{ state: 'a session chosen', path: '/courses/cours-senne-fr-a1.1?session=cours-senne-fr-a1.1-2' },
		{
			state: 'a full session chosen',
			path: '/courses/convivial-citizenship?session=convivial-citizenship-1',
		},
		{ state: 'in line', path: '/courses/convivial-citizenship', as: 'waiting' as const },
		{ state: 'no session chosen', path: '/courses/bapa-bxl-rights', as: 'welcomed' as const, act: send() },
		{
			state: 'no seat while suspended',
			path: '/courses/bapa-bxl-rights?session=bapa-bxl-rights-2',
			as: 'suspended' as const,
			act: send(),
		},
	].map((visit) => ({ route: '/[lang=lang]/courses/[id]', ...visit })),
	{ route: '/[lang=lang]/courses/[id]', state: 'unknown', path: '/courses/none', status: 404 },
	...Object.entries(seatStates).map(([state, seed]) => ({
		route: '/[lang=lang]/courses/[id]/[session]',
		state,
		path: '/courses',
		as: 'exempt' as const,
		seed,
	})),
	{
		route: '/[lang=lang]/courses/[id]/[session]',
		state: 'one has it',
		path: '/bookings',
		as: 'in_course',
		seed: async (deps, dossier) => {
			const [booking] = await deps.store.look((tx) => tx.bookings.ofDossier(dossier));
			const session = await deps.store.look((tx) => tx.courses.findSession(booking!.session));
			return `/courses/${session!.course}/${session!.id}`;
		},
	},
	{
		route: '/[lang=lang]/courses/[id]/[session]',
		state: 'unknown',
		path: '/courses/bapa-bxl-rights/none',
		as: 'exempt',
		status: 404,
	},
	{
		route: '/[lang=lang]/bookings',
		state: 'a seat is offered',
		path: '/bookings',
		as: 'exempt',
		seed: async (deps, dossier) => {
			await offered(deps, dossier);
			return '/bookings';
		},
	},
	{
		route: '/[lang=lang]/bookings',
		state: 'declining?',
		path: '/bookings',
		as: 'exempt',
		seed: async (deps, dossier) => `/bookings?decline=${(await offered(deps, dossier)).session()}`,
	},
	{
		route: '/[lang=lang]/bookings',
		state: 'moving',
		path: '/bookings',
		as: 'in_course',
		act: follow('?move'),
	},
	{ route: '/[lang=lang]/bookings', state: 'none', path: '/bookings', as: 'proposal' },
	{ route: '/[lang=lang]/bookings', state: 'a seat', path: '/bookings?booked', as: 'in_course' },
	{
		route: '/[lang=lang]/bookings',
		state: 'a message did not arrive',
		path: '/bookings',
		as: 'almost_there',
	},
	{ route: '/[lang=lang]/bookings', state: 'in line', path: '/bookings?joined', as: 'waiting' },
	{
		route: '/[lang=lang]/bookings',
		state: 'giving back?',
		path: '/bookings',
		as: 'in_course',
		act: follow('?cancel'),
	},
	{
		route: '/[lang=lang]/bookings',
		state: 'leaving?',
		path: '/bookings',
		as: 'waiting',
		act: follow('?leave'),
	},

	{ route: '/[lang=lang]/attestations', state: 'none', path: '/attestations', as: 'proposal' },
	{ route: '/[lang=lang]/attestations', state: 'mine', path: '/attestations', as: 'completed' },
	{
		route: '/[lang=lang]/attestations',
		state: 'one was revoked',
		path: '/attestations',
		as: 'suspended',
		seed: async (deps, dossier) => {
			await revokedPaper(deps, dossier);
			return '/attestations';
		},
	},
	{
		route: '/[lang=lang]/attestations/[attestation]',
		state: 'valid',
		path: '/attestations',
		as: 'completed',
		seed: async (deps, dossier) => `/attestations/${await paperOf(deps, dossier, 'completion')}`,
	},
	{
		route: '/[lang=lang]/attestations/[attestation]',
		state: 'revoked',
		path: '/attestations',
		as: 'suspended',
		seed: async (deps, dossier) => `/attestations/${await revokedPaper(deps, dossier)}`,
	},
	{
		route: '/[lang=lang]/attestations/[attestation]',
		state: 'unknown',
		path: '/attestations/none',
		as: 'completed',
		status: 404,
	},

	{ route: '/[lang=lang]/me', state: 'mine', path: '/me', as: 'welcomed' },
	{ route: '/[lang=lang]/me', state: 'needs kept', path: '/me?kept=needs', as: 'in_course' },
	{ route: '/[lang=lang]/me', state: 'a message did not arrive', path: '/me', as: 'almost_there' },
	{
		route: '/[lang=lang]/me',
		state: 'too many test messages',
		path: '/me?refused=test_too_soon',
		as: 'waiting',
	},
	{
		route: '/[lang=lang]/me',
		state: 'ways of messages, put right',
		path: '/me',
		as: 'registered',
		act: async (page) => {
			await page.locator('[name="number"]').fill('04 70');
			const arrived = page.waitForEvent('load');
			await page.locator('form[action="?/messages"] button').click();
			await arrived;
		},
	},
	{ route: '/[lang=lang]/me', state: 'something was done', path: '/me?kept=language', as: 'proposal' },

	{ route: '/[lang=lang]/check', state: 'what it is', path: '/check' },
	{ route: '/[lang=lang]/check', state: 'forgotten', path: '/check?forgotten' },
	{ route: '/[lang=lang]/check', state: 'out of time', path: '/check?expired' },
	...checkStops.map((stop) => ({ route: checkRoute, state: stop, path: '/check', act: comeToCheck(stop) })),
	// One of each kind of field.
	...['paper', 'registered', 'nationality', 'relative'].map((stop) => ({
		route: checkRoute,
		state: `${stop}, sent empty`,
		path: '/check',
		act: comeToCheck(stop, 'sent empty'),
	})),
	...checkAnswers.map((answer) => ({
		route: '/[lang=lang]/check/result',
		state: answer,
		path: '/check',
		act: comeToCheckResult(answer),
	})),

	{ route: '/[lang=lang]/pathway', state: 'explained', path: '/pathway' },
	...stageNames.map((stage) => ({
		route: '/[lang=lang]/pathway',
		state: stage,
		path: '/pathway',
		as: stage,
	})),

	{ route: '/[lang=lang]/help', state: 'the ways to a person', path: '/help' },
	{ route: '/[lang=lang]/help/callback', state: 'empty', path: '/help/callback' },
	{ route: '/[lang=lang]/help/callback', state: 'signed in', path: '/help/callback', as: 'registered' },
	{ route: '/[lang=lang]/help/callback', state: 'sent empty', path: '/help/callback', act: send() },
	{
		route: '/[lang=lang]/help/callback',
		state: 'a number that is none',
		path: '/help/callback',
		act: chooseAndSend({ topic: 'deadline', way: 'phone' }, () => ({ number: 'abc' })),
	},
	{
		route: '/[lang=lang]/help/callback/[code]',
		state: 'asked',
		path: '/help/callback',
		act: askToBeCalled,
	},
	{
		route: '/[lang=lang]/help/callback/[code]',
		state: 'asked, with what can be changed',
		path: '/help/callback',
		act: async (page) => {
			await askToBeCalled(page);
			await unfold(page);
		},
	},
	{
		route: '/[lang=lang]/help/callback/[code]',
		state: 'unknown',
		path: '/help/callback/ZZZZ-ZZZZ',
		status: 404,
	},
	...Object.entries(requestStates).map(([state, seed]) => ({
		route: '/[lang=lang]/help/callback/[code]',
		state,
		path: '/help/callback',
		seed,
	})),
	{ route: '/[lang=lang]/verify', state: 'empty', path: '/verify' },
	{ route: '/[lang=lang]/verify', state: 'sent empty', path: '/verify', act: send() },
	{
		route: '/[lang=lang]/verify',
		state: 'without a camera',
		path: '/verify',
		act: async (page) => {
			await page.locator('[data-start]').click();
			await page.locator('[data-start]').waitFor();
		},
	},
	...Object.entries(verifyStates).map(([state, how]) => ({
		route: '/[lang=lang]/verify',
		state,
		path: '/verify',
		...how,
	})),
	{ route: '/[lang=lang]/help/complaint', state: 'empty', path: '/help/complaint' },
	{ route: '/[lang=lang]/help/complaint', state: 'sent empty', path: '/help/complaint', act: send() },
	{ route: '/[lang=lang]/help/complaint/[code]', state: 'filed', path: '/help/complaint', act: complain },
	{
		route: '/[lang=lang]/help/complaint/[code]',
		state: 'unknown',
		path: '/help/complaint/ZZZZ-ZZZZ',
		status: 404,
	},
	{
		route: '/[lang=lang]/help/complaint/[code]',
		state: 'an ombudsman of its own next',
		path: '/help/complaint',
		seed: (deps: Deps) => complained(deps, 'cpas', '21009'),
	},
	{ route: '/[lang=lang]/offices', state: 'all', path: '/offices' },
	{ route: '/[lang=lang]/offices', state: 'one commune', path: '/offices?commune=21015' },
	{
		route: '/[lang=lang]/offices',
		state: 'none of that kind',
		path: '/offices?commune=21015&kind=reception',
	},

	...kioskVisits,

	{ route: '/[lang=lang]/about', state: 'read', path: '/about' },
	{ route: '/[lang=lang]/accessibility', state: 'read', path: '/accessibility' },
	{ route: '/[lang=lang]/privacy', state: 'read', path: '/privacy' },

	{ route: '/[lang=lang]/offline', state: 'no network', path: '/offline' },
	{ route: '/[lang=lang]/offline', state: 'a form was not sent', path: '/offline?unsent' },

	{ route: '/[lang=lang]/refused', state: 'a foreign form', path: '/refused', status: 403 },
	{ route: 'error', state: 'a page that is not there', path: '/no-such-page', status: 404 },
	{
		route: 'error',
		state: 'a file that is not there',
		path: '/attestations/00000000-0000-7000-8000-000000000000.pdf',
		as: 'in_course',
		status: 404,
	},
	{ route: 'error', state: 'a page asked in a wrong way', path: '/sign-in/passkey/options', status: 405 },
	{ route: 'error', state: 'an address that is not there', path: '/no-such-page', bare: true, status: 404 },
];

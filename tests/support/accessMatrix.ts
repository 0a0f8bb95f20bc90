/** What an asker gets: the thing itself, the way to the sign-in page, or one of the refusals. */
export type Outcome =
	/** It answers (2xx). */
	| 'answered'
	/** It was done, or leads on (3xx to somewhere else than signing in). */
	| 'moved'
	/** First sign in (3xx to the sign-in page, or 401 to a script). */
	| 'sign_in'
	/** Allowed to ask; what was asked is not fit (400, 409, 413, 415, 422, 429, or 3xx to its own page, `refused`). */
	| 'unfit'
	/** Not for this asker, ever (403). */
	| 'refused'
	/** For this asker it does not exist (404). */
	| 'not_found';

/** Who asks. A and B are two newcomers; what an address names belongs to A. */
export type Asker = 'anonymous' | 'newcomerA' | 'newcomerB';

/** What belongs to A, or to everybody, that addresses and fields may name. */
export type Belongings = {
	signInOfA: string;
	session: string;
	callbackOfA: string;
	bookingOfA: string;
	attestationOfA: string;
};

/** One way to ask one route, and what each asker gets. */
export type Row = {
	route: string;
	/** `GET`, `POST`, or `POST ?/action` for a named form action. */
	ask: string;
	path: string | ((of: Belongings) => string);
	fields?: (of: Belongings) => Record<string, string>;
	/** Sent as JSON by a script, not as a form. */
	json?: boolean;
} & Record<Asker, Outcome>;

const everybody = (outcome: Outcome): Record<Asker, Outcome> => ({
	anonymous: outcome,
	newcomerA: outcome,
	newcomerB: outcome,
});

const signedIn = (outcome: Outcome): Record<Asker, Outcome> => ({
	anonymous: 'sign_in',
	newcomerA: outcome,
	newcomerB: outcome,
});

const page = (route: string, path: string, outcome: Outcome = 'answered'): Row => ({
	route,
	ask: 'GET',
	path,
	...everybody(outcome),
});

/** Without a code, that of nobody: the pattern of the address is what counts then. */
const requestOfA = ({ callbackOfA }: Belongings) => `/fr/help/callback/${callbackOfA || 'AAA-AAA-AAA'}`;

/** Every route and every way to ask it. A route, method or action without a row fails the suite. */
export const accessMatrix: Row[] = [
	page('/', '/'),
	page('/[lang=lang]', '/fr'),
	page('/[lang=lang]/about', '/fr/about'),
	page('/[lang=lang]/accessibility', '/fr/accessibility'),
	page('/[lang=lang]/offline', '/fr/offline'),
	page('/[lang=lang]/offline/copies', '/fr/offline/copies'),
	page('/[lang=lang]/manifest.webmanifest', '/fr/manifest.webmanifest'),
	page('/[lang=lang]/privacy', '/fr/privacy'),
	page('/[lang=lang]/demonstration', '/fr/demonstration'),
	page('/[lang=lang]/pathway', '/fr/pathway'),
	// The page that a foreign form is answered with; asked for by itself it is the same refusal.
	page('/[lang=lang]/refused', '/fr/refused', 'refused'),

	page('/[lang=lang]/courses', '/fr/courses'),
	page('/[lang=lang]/courses/[id]', '/fr/courses/bapa-bxl-rights'),
	{
		route: '/[lang=lang]/courses/[id]',
		ask: 'POST ?/hold',
		path: '/fr/courses/bapa-bxl-rights',
		...signedIn('unfit'),
	},
	{
		route: '/[lang=lang]/courses/[id]',
		ask: 'POST ?/join',
		path: '/fr/courses/bapa-bxl-rights',
		...signedIn('unfit'),
	},
	{
		route: '/[lang=lang]/courses/[id]/[session]',
		ask: 'GET',
		path: '/fr/courses/bapa-bxl-rights/bapa-bxl-rights-2',
		...signedIn('answered'),
	},
	...['book', 'extend', 'join', 'move'].map((action) => ({
		route: '/[lang=lang]/courses/[id]/[session]',
		ask: `POST ?/${action}`,
		path: '/fr/courses/bapa-bxl-rights/none',
		...signedIn('unfit'),
	})),
	// Nothing is held there: giving it up changes nothing and leads back to the course.
	{
		route: '/[lang=lang]/courses/[id]/[session]',
		ask: 'POST ?/release',
		path: '/fr/courses/bapa-bxl-rights/none',
		...signedIn('moved'),
	},
	{ route: '/[lang=lang]/bookings', ask: 'POST ?/move', path: '/fr/bookings', ...signedIn('unfit') },
	{ route: '/[lang=lang]/bookings', ask: 'POST ?/decline', path: '/fr/bookings', ...signedIn('unfit') },
	{ route: '/[lang=lang]/bookings', ask: 'GET', path: '/fr/bookings', ...signedIn('answered') },
	// A booking of somebody else's is answered as one that does not exist: see cancelBooking.
	{ route: '/[lang=lang]/bookings', ask: 'POST ?/cancel', path: '/fr/bookings', ...signedIn('unfit') },
	{
		route: '/[lang=lang]/bookings/[booking].ics',
		ask: 'GET',
		path: ({ bookingOfA }) => `/fr/bookings/${bookingOfA || 'x'}.ics`,
		...{ anonymous: 'sign_in', newcomerA: 'answered', newcomerB: 'not_found' },
	},
	{ route: '/[lang=lang]/bookings', ask: 'POST ?/leave', path: '/fr/bookings', ...signedIn('unfit') },

	{ route: '/[lang=lang]/attestations', ask: 'GET', path: '/fr/attestations', ...signedIn('answered') },
	// A paper of somebody else's does not exist for B, as a page and as a file.
	...['', '.pdf'].map((ending) => ({
		route: `/[lang=lang]/attestations/[attestation]${ending}`,
		ask: 'GET',
		path: ({ attestationOfA }: Belongings) => `/fr/attestations/${attestationOfA || 'x'}${ending}`,
		...({ anonymous: 'sign_in', newcomerA: 'answered', newcomerB: 'not_found' } as const),
	})),

	page('/[lang=lang]/check', '/fr/check'),
	{ route: '/[lang=lang]/check', ask: 'POST ?/start', path: '/fr/check', ...everybody('moved') },
	{ route: '/[lang=lang]/check', ask: 'POST ?/forget', path: '/fr/check', ...everybody('moved') },
	// Without answers of one's own every question, and the result, lead to the start.
	page('/[lang=lang]/check/[question=checkQuestion]', '/fr/check/birth', 'moved'),
	{
		route: '/[lang=lang]/check/[question=checkQuestion]',
		ask: 'POST',
		path: '/fr/check/birth',
		...everybody('moved'),
	},
	page('/[lang=lang]/check/result', '/fr/check/result', 'moved'),

	page('/[lang=lang]/offices', '/fr/offices'),
	page('/[lang=lang]/verify', '/fr/verify'),
	{ route: '/[lang=lang]/verify', ask: 'POST', path: '/fr/verify', ...everybody('unfit') },
	page('/[lang=lang]/help', '/fr/help'),
	page('/[lang=lang]/help/callback', '/fr/help/callback'),
	{ route: '/[lang=lang]/help/callback', ask: 'POST', path: '/fr/help/callback', ...everybody('unfit') },
	// Whoever holds the code of a request may follow, move and withdraw it: it is asked for without signing in.
	{
		route: '/[lang=lang]/help/callback/[code]',
		ask: 'GET',
		path: requestOfA,
		...everybody('answered'),
	},
	{
		route: '/[lang=lang]/help/callback/[code]',
		ask: 'POST ?/move',
		path: requestOfA,
		...everybody('unfit'),
	},
	{
		route: '/[lang=lang]/help/callback/[code]',
		ask: 'POST ?/withdraw',
		path: requestOfA,
		...everybody('moved'),
	},
	page('/[lang=lang]/help/complaint', '/fr/help/complaint'),
	{ route: '/[lang=lang]/help/complaint', ask: 'POST', path: '/fr/help/complaint', ...everybody('unfit') },
	// A code that nobody was given: the page says so, in the same words to everybody.
	page('/[lang=lang]/help/complaint/[code]', '/fr/help/complaint/ZZZZ-ZZZZ', 'not_found'),

	page('/[lang=lang]/language', '/fr/language?to=/fr'),
	{
		route: '/[lang=lang]/language',
		ask: 'POST',
		path: '/fr/language?to=/fr',
		fields: () => ({ _language: 'ar' }),
		...everybody('moved'),
	},

	page('/[lang=lang]/sign-in', '/fr/sign-in'),
	{ route: '/[lang=lang]/sign-in', ask: 'POST', path: '/fr/sign-in', ...everybody('unfit') },
	{
		route: '/[lang=lang]/sign-in/passkey',
		ask: 'POST',
		path: '/fr/sign-in/passkey',
		json: true,
		...everybody('unfit'),
	},
	{
		route: '/[lang=lang]/sign-in/passkey/options',
		ask: 'POST',
		path: '/fr/sign-in/passkey/options',
		json: true,
		...everybody('answered'),
	},
	// No identity provider is configured here: the way there leads back to the sign-in page.
	page('/[lang=lang]/sign-in/provider', '/fr/sign-in/provider', 'sign_in'),
	page('/[lang=lang]/sign-in/refused', '/fr/sign-in/refused'),
	page('/sign-in/return', '/sign-in/return?code=x&state=y', 'sign_in'),

	{ route: '/[lang=lang]/me', ask: 'GET', path: '/fr/me', ...signedIn('answered') },
	{ route: '/[lang=lang]/me', ask: 'POST ?/needs', path: '/fr/me', ...signedIn('moved') },
	{ route: '/[lang=lang]/me', ask: 'POST ?/language', path: '/fr/me', ...signedIn('unfit') },
	{
		route: '/[lang=lang]/me',
		ask: 'POST ?/removePasskey',
		path: '/fr/me',
		fields: () => ({ id: 'none' }),
		...signedIn('moved'),
	},
	{ route: '/[lang=lang]/me', ask: 'POST ?/messages', path: '/fr/me', ...signedIn('unfit') },
	{
		route: '/[lang=lang]/me',
		ask: 'POST ?/dropMessageContact',
		path: '/fr/me',
		fields: () => ({ what: 'sms' }),
		...signedIn('moved'),
	},
	{ route: '/[lang=lang]/me', ask: 'POST ?/testMessage', path: '/fr/me', ...signedIn('moved') },
	{ route: '/[lang=lang]/me/push', ask: 'POST', path: '/fr/me/push', json: true, ...signedIn('unfit') },
	// Ending a sign-in of somebody else's looks like ending one's own, and ends nothing: see the test of A's visit.
	{
		route: '/[lang=lang]/me',
		ask: 'POST ?/endSignIn',
		path: '/fr/me',
		fields: ({ signInOfA }) => ({ id: signInOfA }),
		...signedIn('moved'),
	},
	{
		route: '/[lang=lang]/me/passkeys',
		ask: 'POST',
		path: '/fr/me/passkeys',
		json: true,
		...signedIn('unfit'),
	},
	{
		route: '/[lang=lang]/me/passkeys/options',
		ask: 'POST',
		path: '/fr/me/passkeys/options',
		json: true,
		...signedIn('answered'),
	},
	// Everybody gets their own: no address names whose.
	{ route: '/[lang=lang]/me/export', ask: 'POST', path: '/fr/me/export', ...signedIn('answered') },
	// Signing out works for whoever presses it; these two come last, because they end what the rows above need.
	{ route: '/[lang=lang]/me', ask: 'POST ?/signOutEverywhere', path: '/fr/me', ...everybody('sign_in') },
	{ route: '/[lang=lang]/me', ask: 'POST ?/signOut', path: '/fr/me', ...everybody('sign_in') },

	// What verifiers carry with them: the same for everybody.
	page('/[x+2e]well-known/halte-keys.json', '/.well-known/halte-keys.json'),
	page('/api/v1/attestations/status', '/api/v1/attestations/status'),
	// The screen at a counter: everybody may stand before it, and finds nobody signed in there.
	page('/[lang=lang]/kiosk', '/fr/kiosk'),
	page('/[lang=lang]/kiosk/home', '/fr/kiosk/home'),
	page('/[lang=lang]/kiosk/end', '/fr/kiosk/end'),
	page('/[lang=lang]/kiosk/traces', '/fr/kiosk/traces'),
	page('/[lang=lang]/kiosk/alive', '/fr/kiosk/alive'),
	page('/[lang=lang]/kiosk/presence', '/fr/kiosk/presence'),
	{ route: '/[lang=lang]/kiosk/here', ask: 'POST', path: '/fr/kiosk/here', ...everybody('answered') },
	{ route: '/[lang=lang]/kiosk/follow', ask: 'POST', path: '/fr/kiosk/follow', ...everybody('moved') },
	// Each ends what this browser holds, and nothing elsewhere.
	{ route: '/[lang=lang]/kiosk/end', ask: 'POST', path: '/fr/kiosk/end', ...everybody('moved') },
	{ route: '/[lang=lang]/kiosk', ask: 'POST', path: '/fr/kiosk', ...everybody('moved') },

	page('/healthz', '/healthz'),
	page('/readyz', '/readyz'),
];

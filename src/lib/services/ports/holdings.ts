/** The tables that hold something about a person, by the name under which it is handed out. */
export const heldTables = [
	'dossier',
	'registerEvents',
	'quarantinedLines',
	'tasks',
	'stepsDone',
	'suspensions',
	'letterCodes',
	'signIns',
	'signInAttempts',
	'passkeys',
	'bookings',
	'seatHolds',
	'waitingEntries',
	'seatEvents',
	'answers',
	'messages',
	'messageAttempts',
	'messagePreferences',
	'pushSubscriptions',
	'attendance',
	'attestations',
	'needs',
	'callbacks',
	'callbackAsks',
	'callbackAttempts',
	'complaints',
	'journal',
] as const;
export type HeldTable = (typeof heldTables)[number];

/** Rows as they are kept, by table: sealed values and hashes among them. */
export type Held = Record<HeldTable, Record<string, unknown>[]>;

/** Everything held about one person. */
export type Holdings = { ofDossier(dossier: string): Promise<Held> };

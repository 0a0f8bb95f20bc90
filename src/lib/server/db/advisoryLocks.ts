/** The advisory locks Halte takes, each with its own number, so that two uses never meet by chance. */
export const advisoryLocks = {
	migrate: 4_208_001,
	/** Held by the serving app on an embedded database: a second one refuses to start. */
	serve: 4_208_002,
	/** Held shared by every process that uses the embedded database; the last one out stops it. */
	use: 4_208_003,
	intake: 4_208_004,
	journalChain: 4_208_005,
	demonstration: 4_208_006,
	/** One maker of signing keys at a time. */
	signingKeys: 4_208_007,
	/** One try to sign in at a time: the first of two keys, the second is taken from the code or the device. */
	signInCode: 4_208_101,
	signInDevice: 4_208_102,
	/** One form, one person and one window of a request for a call at a time: the second key is taken from its name. */
	callbackKey: 4_208_111,
	callbackPerson: 4_208_112,
	callbackWindow: 4_208_113,
} as const;

/** How a person signed in. */
export type SignedInBy = 'letter_code' | 'passkey' | 'identity_provider';

/** A person signed in on one device. */
export type SignIn = {
	/** SHA-256 of the token in the cookie, as hex: it names the sign-in and opens nothing. */
	id: string;
	dossier: string;
	by: SignedInBy;
	sharedDevice: boolean;
	/** Signed in on a screen at a counter, which is a shared device, too. */
	kiosk: boolean;
	createdAt: Date;
	seenAt: Date;
	expiresAt: Date;
};

/** The person behind a sign-in, still sealed. */
export type SignedInPerson = { personKey: Uint8Array; person: Uint8Array };

/** Who is signed in where. The token itself is only in the cookie. */
export type SignIns = {
	start(
		token: string,
		signIn: Pick<SignIn, 'dossier' | 'by' | 'sharedDevice' | 'kiosk'>,
		at: Date,
	): Promise<SignIn>;
	/** The sign-in of this token, seen now; null when it ended, ran out, or its person was erased. */
	read(token: string, at: Date): Promise<(SignIn & SignedInPerson) | null>;
	/** Where a dossier is signed in, latest seen first. */
	ofDossier(dossier: string, at: Date): Promise<SignIn[]>;
	/** Ends one; false when it was not there, or was somebody else's. */
	end(dossier: string, id: string): Promise<boolean>;
	/** Ends whatever this token opens, whoever's it is. */
	endToken(token: string): Promise<void>;
	/** Ends what this token opened at a counter, unless it was seen since; returns its dossier, null when nothing ended. */
	endUnseen(token: string, since: Date): Promise<string | null>;
	endAll(dossier: string): Promise<void>;
	/** Deletes those that ran out. */
	forget(at: Date): Promise<void>;
};

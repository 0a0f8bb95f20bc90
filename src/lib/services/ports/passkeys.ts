/** A passkey (WebAuthn credential) that a person added on their own device. */
export type Passkey = {
	id: string;
	dossier: string;
	publicKey: Uint8Array;
	counter: number;
	transports: string[];
	createdAt: Date;
	usedAt: Date | null;
};

/** The passkeys of the people. */
export type Passkeys = {
	find(id: string): Promise<Passkey | null>;
	ofDossier(dossier: string): Promise<Passkey[]>;
	/** False when there is one of this id already, whoever's it is. */
	add(passkey: Omit<Passkey, 'usedAt'>): Promise<boolean>;
	/** Notes a use; false when the counter did not move on although it counts: somebody has a copy (WebAuthn 3, 6.1.1). */
	use(id: string, counter: number, at: Date): Promise<boolean>;
	/** False when it was not there, or was somebody else's. */
	remove(dossier: string, id: string): Promise<boolean>;
};

/** The key of one issuer, or of the list of what was revoked; it signs until `endedAt`, and its signatures stay good. */
export type SigningKey = {
	/** 8 bytes in hexadecimal. */
	kid: string;
	issuer: string;
	publicKey: Uint8Array;
	/** The secret half, sealed; destroyed once the key has ended. */
	secret: Uint8Array | null;
	startedAt: Date;
	endedAt: Date | null;
};

/** The keys by which issuers sign. */
export type SigningKeys = {
	/** One maker of keys at a time, until the transaction ends. Dossiers are locked before, never after. */
	lock(): Promise<void>;
	/** The key with which an issuer signs; null when it has none yet. */
	current(issuer: string): Promise<SigningKey | null>;
	add(key: Omit<SigningKey, 'endedAt'>): Promise<void>;
	/** Ends a key and destroys its secret half. */
	end(kid: string, at: Date): Promise<void>;
	/** Every key there ever was, the oldest first. */
	list(): Promise<SigningKey[]>;
};

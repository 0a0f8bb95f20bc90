/** The codes of letters, as keyed hashes (`vault.hash('letter-code', code)`): the code itself is only on paper. */
export type LetterCodes = {
	/** Ends the code of this dossier that works, if there is one, and puts the new one in its place. */
	replace(dossier: string, hash: Uint8Array, at: Date): Promise<void>;
	/** The dossier whose working code this is; null when there is none, or when it was replaced. */
	find(hash: Uint8Array): Promise<{ dossier: string } | null>;
};

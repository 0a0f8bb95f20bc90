/** What a challenge is for, so that one never passes for another. */
export type ChallengeKind = 'passkey_add' | 'passkey_sign_in' | 'identity_provider';

/** Questions asked of a browser, answered at most once: a passkey's challenge, a round trip to an identity provider. */
export type Challenges = {
	put(challenge: {
		idHash: Uint8Array;
		kind: ChallengeKind;
		data: Record<string, unknown>;
		expiresAt: Date;
	}): Promise<void>;
	/** Takes it away for good; null when there is none, it was taken before, or it is too old. */
	take(idHash: Uint8Array, kind: ChallengeKind, at: Date): Promise<Record<string, unknown> | null>;
	forget(at: Date): Promise<void>;
};

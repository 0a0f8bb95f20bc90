/**
 * Answers already given, by who asked and the key they sent: the same key gets the same answer. Only what was done is
 * kept; a refusal changed nothing and may be asked again.
 */
export type IdempotentAnswers = {
	find(actor: string, key: string): Promise<unknown>;
	keep(actor: string, key: string, answer: unknown, at: Date): Promise<void>;
	/** Forgets the answers given before an instant; returns how many. */
	forgetBefore(instant: Date): Promise<number>;
};

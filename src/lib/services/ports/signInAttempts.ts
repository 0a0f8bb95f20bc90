/** One try to sign in with a code; the code as a keyed hash, whether or not it exists. */
export type SignInAttempt = { codeHash: Uint8Array; device: Uint8Array | null; succeeded: boolean };

/** Tries to sign in with a code. */
export type SignInAttempts = {
	/** Lets one try at a time pass for this code and for this device, until the transaction ends. */
	queue(codeHash: Uint8Array, device: Uint8Array | null): Promise<void>;
	/** When tries with this code failed after `since`, newest first, at most `most`. */
	failuresOfCode(codeHash: Uint8Array, since: Date, most: number): Promise<Date[]>;
	failuresOfDevice(device: Uint8Array, since: Date, most: number): Promise<Date[]>;
	add(attempt: SignInAttempt, at: Date): Promise<void>;
	/** Deletes the tries before this instant. */
	forget(before: Date): Promise<void>;
};

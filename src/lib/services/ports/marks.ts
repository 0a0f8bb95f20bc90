/** Small facts about the installation itself, such as "the demonstration was loaded". */
export type Marks = {
	has(name: string): Promise<boolean>;
	/** When it was set first; null when it was not. */
	setAt(name: string): Promise<Date | null>;
	/** Sets the mark; setting it again changes nothing. */
	set(name: string, at: Date): Promise<void>;
};

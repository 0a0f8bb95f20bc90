/** Work that only a person can do. */
export type Tasks = {
	/** Opens a task, about a dossier or none; one of the same kind with the same codes that is open stays the only one. */
	open(kind: string, codes: readonly string[], at: Date, dossier?: string): Promise<void>;
	/** Settles the open tasks of a kind with these codes; returns how many. */
	settle(kind: string, codes: readonly string[], at: Date): Promise<number>;
	/** The open tasks of a kind, oldest first. */
	openOf(kind: string): Promise<{ codes: string[]; createdAt: Date }[]>;
};

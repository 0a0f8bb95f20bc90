/** What people need at a course, sealed with the person's own key. */
export type KeptNeeds = {
	find(dossier: string): Promise<Uint8Array | null>;
	keep(dossier: string, sealed: Uint8Array, at: Date): Promise<void>;
};

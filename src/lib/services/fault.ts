/** One thing that is wrong in the database: which check found it, a snake_case code, and ids or numbers to find it by. */
export type Fault = {
	check:
		'seats' | 'journal' | 'messages' | 'jobs' | 'dossiers' | 'letter_codes' | 'callbacks' | 'attestations';
	code: string;
	details: Record<string, string | number>;
};

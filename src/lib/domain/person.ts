/** Who a dossier is about, as the register wrote it. `birthDate` may have unknown parts: `1985-07-XX`, `1985-XX-XX`. */
export type Person = {
	familyName: string | null;
	givenNames: string | null;
	birthDate: string;
	sex: string | null;
	nationalNumber: string | null;
	languages: string[];
	address: { street: string; number: string; box: string | null; postcode: string } | null;
};

/** The name to greet and to print: both parts, or the only one there is. */
export const fullName = ({ givenNames, familyName }: Pick<Person, 'givenNames' | 'familyName'>): string =>
	[givenNames, familyName].filter((part) => part !== null && part !== '').join(' ');

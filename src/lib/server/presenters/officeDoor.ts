import { communeOf } from '#lib/domain/communes.ts';
import type { Office } from '#lib/domain/office.ts';

/** Takes an office and the language of its name and returns the two lines that lead to its door; null for one that is not known. */
export const officeDoor = (
	office: Pick<Office, 'street' | 'number' | 'postcode' | 'commune'>,
	language: 'fr' | 'nl',
): { street: string | null; place: string | null } => {
	const commune = office.commune === null ? undefined : communeOf(office.commune)?.[language];
	return {
		street: [office.street, office.number].filter(Boolean).join(' ') || null,
		place: [office.postcode, commune].filter(Boolean).join(' ') || null,
	};
};

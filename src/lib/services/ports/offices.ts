import type { Office } from '#lib/domain/office.ts';

/** An office as it is kept: `demonstration` ones are invented, and every screen says so. */
export type KeptOffice = Office & { demonstration: boolean };

/** Which offices to list; what is left out does not narrow. */
export type OfficeWish = { commune?: string; kind?: string };

/** Places where people are received. */
export type Offices = {
	find(id: string): Promise<KeptOffice | null>;
	/** In the order of communes and names; those of the whole Region come with every commune. */
	list(wish: OfficeWish): Promise<KeptOffice[]>;
	put(office: KeptOffice, at: Date): Promise<'added' | 'changed' | 'unchanged'>;
};

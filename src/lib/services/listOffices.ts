import type { Deps } from './ports.ts';
import type { KeptOffice, OfficeWish } from './ports/offices.ts';

/** The offices of a commune, of a kind, or all; those of the whole Region come with every commune. */
export const listOffices = ({ store }: Pick<Deps, 'store'>, wish: OfficeWish): Promise<KeptOffice[]> =>
	store.transact((tx) => tx.offices.list(wish));

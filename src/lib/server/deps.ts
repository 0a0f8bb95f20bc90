import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Deps } from '#lib/services/ports.ts';
import { parseKeyring } from './crypto/keyring.ts';
import { createVault } from './crypto/vault.ts';
import { createStore } from './db/store.ts';

/** The real outside world for the services: a pool, the keys (form of HALTE_KEYS), the clock and randomness. */
export const createDeps = (pool: pg.Pool, keys: string): Deps => ({
	store: createStore(pool),
	vault: createVault(parseKeyring(keys)),
	now: () => new Date(),
	random: (bytes) => randomBytes(bytes),
});

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Channels } from '#lib/services/ports/channels.ts';
import type { Deps } from '#lib/services/ports.ts';
import { noChannels } from './channels/noChannels.ts';
import { parseKeyring } from './crypto/keyring.ts';
import { createVault } from './crypto/vault.ts';
import { createStore } from './db/store.ts';

/** The real outside world for the services: a pool, the keys (form of HALTE_KEYS), the clock and randomness. */
export const createDeps = (pool: pg.Pool, keys: string, channels: Channels = noChannels): Deps => ({
	store: createStore(pool),
	vault: createVault(parseKeyring(keys)),
	channels,
	now: () => new Date(),
	random: (bytes) => randomBytes(bytes),
});

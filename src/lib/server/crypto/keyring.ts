import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** The keys of one installation: the first encrypts, all decrypt, `hash` is for look-ups. */
export type Keyring = { first: string; keys: Map<string, KeyObject>; hash: KeyObject };

/** Takes checked `id:base64` pairs (the form of HALTE_KEYS); returns the keyring. */
export const parseKeyring = (pairs: string): Keyring => {
	const keys = new Map<string, KeyObject>();
	let hash: KeyObject | undefined;
	for (const pair of pairs.split(',')) {
		const [id = '', key = ''] = pair.trim().split(':');
		const secret = createSecretKey(Buffer.from(key, 'base64'));
		if (id === 'hash') hash = secret;
		else keys.set(id, secret);
	}
	const first = keys.keys().next().value;
	if (!first || !hash) throw new Error('A keyring needs one key to encrypt and one named hash.');
	return { first, keys, hash };
};

/** Fresh random keys, in the form of HALTE_KEYS. */
export const newKeyPairs = (): string =>
	`k1:${randomBytes(32).toString('base64')},hash:${randomBytes(32).toString('base64')}`;

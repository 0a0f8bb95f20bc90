import {
	createCipheriv,
	createDecipheriv,
	createHash,
	createHmac,
	createPrivateKey,
	createSecretKey,
	generateKeyPairSync,
	randomBytes,
	sign,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Vault } from '#lib/services/ports.ts';
import type { Keyring } from './keyring.ts';

/** AES-256-GCM with a 96-bit random nonce (NIST SP 800-38D); layout: nonce, ciphertext, 16-byte tag. */
const encrypt = (key: KeyObject, plain: Uint8Array, context: string): Buffer => {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
	return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

const decrypt = (key: KeyObject, sealed: Buffer, context: string): Buffer => {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
	decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(-16));
	return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
};

/** Puts the key's name before what it encrypted, so that keys can be rotated: length, name, rest. */
const withKeyName = (name: string, sealed: Buffer): Buffer =>
	Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1'), sealed]);

const splitKeyName = (sealed: Buffer): [string, Buffer] => {
	const end = 1 + (sealed[0] ?? 0);
	return [sealed.toString('latin1', 1, end), sealed.subarray(end)];
};

/** Encryption and look-up hashes over one keyring; a person's data hangs on a key of their own, wrapped by it. */
export const createVault = (keyring: Keyring): Vault => {
	const keyOf = (name: string): KeyObject => {
		const key = keyring.keys.get(name);
		if (!key) throw new Error(`The key "${name}" is not among HALTE_KEYS.`);
		return key;
	};
	const sealBytes = (plain: Uint8Array, context: string): Buffer =>
		withKeyName(keyring.first, encrypt(keyOf(keyring.first), plain, context));
	const openBytes = (sealed: Uint8Array, context: string): Buffer => {
		const [name, rest] = splitKeyName(Buffer.from(sealed));
		return decrypt(keyOf(name), rest, context);
	};
	/** Keys that were just made need not be unwrapped to be used. */
	const fresh = new WeakMap<Uint8Array, KeyObject>();
	const newPersonKey = (): Uint8Array => {
		const key = randomBytes(32);
		const wrapped = sealBytes(key, 'person-key');
		fresh.set(wrapped, createSecretKey(key));
		return wrapped;
	};
	const personKey = (wrapped: Uint8Array): KeyObject =>
		fresh.get(wrapped) ?? createSecretKey(openBytes(wrapped, 'person-key'));

	return {
		hash: (purpose, value) => createHmac('sha256', keyring.hash).update(`${purpose}\0${value}`).digest(),
		digest: (bytes) => createHash('sha256').update(bytes).digest(),
		seal: (plain, context) => sealBytes(Buffer.from(plain), context),
		open: (sealed, context) => openBytes(sealed, context).toString(),
		openBytes,
		newPersonKey,
		sealPerson: (wrapped, plain) => encrypt(personKey(wrapped), Buffer.from(plain), 'person'),
		openPerson: (wrapped, sealed) => decrypt(personKey(wrapped), Buffer.from(sealed), 'person').toString(),
		newSigningKey() {
			const { publicKey, privateKey } = generateKeyPairSync('ed25519');
			const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
			const { x = '' } = publicKey.export({ format: 'jwk' });
			return { publicKey: Buffer.from(x, 'base64url'), secret: sealBytes(secret, 'signing-key') };
		},
		sign(sealed, bytes) {
			const key = openBytes(sealed, 'signing-key');
			return sign(null, bytes, createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
		},
	};
};

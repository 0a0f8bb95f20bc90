import { verifyAsync } from '@noble/ed25519';
import { decodeBase64url } from './base64url.ts';
import type { PublicKey } from './publicKeys.ts';

/** Takes a signature, the bytes it stands for and a key, and says whether it is that key's (Ed25519, RFC 8032, 5.1.7). */
export async function isSignedBy(
	{ x }: Pick<PublicKey, 'x'>,
	signed: Uint8Array,
	signature: Uint8Array,
): Promise<boolean> {
	const key = decodeBase64url(x);
	if (key?.length !== 32 || signature.length !== 64) return false;
	return await verifyAsync(signature, signed, key, { zip215: false });
}

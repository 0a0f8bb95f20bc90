import * as v from 'valibot';
import { isCalendarDate } from '../dates.ts';
import { decodeBase64url } from './base64url.ts';

/** The public half of a signing key, as `/.well-known/halte-keys.json` gives it. */
export type PublicKey = {
	/** 8 bytes in hexadecimal. */
	kid: string;
	/** A commune, an office, or {@link listIssuer}. */
	issuer: string;
	/** The 32 bytes of an Ed25519 key, base64url. */
	x: string;
	/** The days, in Brussels, between which it signed, both included; what it signed then stays good for ever. */
	from: string;
	/** null: it still signs. */
	until: string | null;
};

/** Whose key signs the list of what was revoked. It attests nothing: Halte never does so in its own name. */
export const listIssuer = 'halte';

const day = v.custom<string>(isCalendarDate);
const shape = v.object({
	keys: v.array(
		v.object({
			kid: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
			issuer: v.string(),
			x: v.pipe(
				v.string(),
				v.check((x) => decodeBase64url(x)?.length === 32),
			),
			from: day,
			until: v.nullable(day),
		}),
	),
});

/** Takes what came from that address and returns the keys; null when it is anything else. */
export function readPublicKeys(json: unknown): PublicKey[] | null {
	const read = v.safeParse(shape, json);
	return read.success ? read.output.keys : null;
}

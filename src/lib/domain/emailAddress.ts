import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

/** Why an e-mail address was refused. */
export type EmailReason = 'email_missing' | 'email_not_an_address';

/** One @, something before it, and a name with a dot after it: whether it exists only a message can tell. */
const form = /^[^\s@"(),:;<>[\\\]]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u;

/** Takes what someone typed and returns the address, its letters small; refuses what cannot be one (RFC 5321, lengths). */
export function readEmailAddress(typed: string): Result<string, EmailReason> {
	const address = typed.slice(0, 400).normalize('NFKC').replace(/\p{C}/gu, '').trim().toLowerCase();
	if (address === '') return refuse('email_missing');
	if (address.length > 254 || !form.test(address)) return refuse('email_not_an_address');
	return ok(address);
}

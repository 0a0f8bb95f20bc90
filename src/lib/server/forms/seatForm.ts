import { randomUUID } from 'node:crypto';
import { isOfferId } from '#lib/domain/course.ts';

/** Takes the form of a seat and returns the session that was chosen, if any, and the key that makes asking twice safe. */
export const readSeatForm = (form: FormData): { session: string | null; key: string } => {
	const text = (name: string): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value : '';
	};
	const session = text('session');
	const key = text('key');
	return {
		session: isOfferId(session) ? session : null,
		// A form without a usable key asks for the first time.
		key: /^[\w-]{8,100}$/.test(key) ? key : randomUUID(),
	};
};

import { isHttpError } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit';
import { fullName } from '#lib/domain/person.ts';
import { heldSignIn } from '#lib/server/auth/signInCookie.ts';
import { runtime } from '#lib/server/runtime.ts';
import { openPerson } from '#lib/services/openPerson.ts';

/**
 * Finds out who is signed in, at every request: what was ended elsewhere is refused at the next one. While the database
 * is away nobody is known, and pages that need to know say so with {@link requireSignIn}.
 */
export const readSignIn: Handle = async ({ event, resolve }) => {
	const { locals } = event;
	locals.signIn = null;
	locals.databaseAway = false;
	const held = heldSignIn(event);
	if (!held) return resolve(event);
	const { store, vault, now } = runtime().deps;
	try {
		const found = await store.look((tx) => tx.signIns.read(held.token, now()));
		// A screen at a counter knows only who signed in there, and they are known nowhere else.
		if (found && found.kiosk === locals.kiosk) {
			const { personKey, person, ...signIn } = found;
			const opened = openPerson(vault, { personKey, person });
			locals.signIn = { ...signIn, name: opened ? fullName(opened) : '' };
		}
	} catch (error) {
		if (!isHttpError(error, 503)) throw error;
		locals.databaseAway = true;
	}
	return resolve(event);
};

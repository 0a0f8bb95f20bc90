import type { LayoutServerLoad } from './$types';

/** What the frame of every page shows: who is signed in, whether on a device that others use too, and the request's id. */
export const load: LayoutServerLoad = ({ locals: { signIn, requestId } }) => ({
	signedIn: signIn ? { name: signIn.name, sharedDevice: signIn.sharedDevice } : null,
	requestId,
});

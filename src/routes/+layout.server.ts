import { signInEndsAtLatest } from '#lib/domain/signInLimits.ts';
import { frameOf } from '#lib/server/presenters/frame.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page shows: a person to reach, who runs this, who is signed in, and whether others use this device. */
export const load: LayoutServerLoad = async ({ locals }) => {
	const { signIn } = locals;
	return {
		...(await frameOf(locals)),
		kiosk: locals.kiosk,
		othersDevice: locals.othersDevice,
		signedIn: signIn && {
			name: signIn.name,
			sharedDevice: signIn.sharedDevice,
			endsAt: signInEndsAtLatest(signIn),
		},
	};
};

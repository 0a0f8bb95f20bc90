import { findFrontDesk } from '#lib/server/presenters/contact.ts';
import { officeView } from '#lib/server/presenters/officeView.ts';
import { ownCallbacks } from '#lib/server/presenters/ownCallbacks.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { language, signIn } }) => {
	const { deps } = runtime();
	const desk = await findFrontDesk(deps.store);
	return {
		desk: desk && officeView(desk, language, deps.now()),
		own: signIn ? await ownCallbacks(deps, signIn.dossier) : [],
	};
};

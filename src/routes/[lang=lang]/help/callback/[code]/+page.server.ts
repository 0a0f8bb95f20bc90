import { error, redirect } from '@sveltejs/kit';
import { readFollowCode, showFollowCode } from '#lib/domain/followCode.ts';
import { readWindow } from '#lib/server/forms/callbackForm.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { choiceRefusal, refuseChoice } from '#lib/server/forms/refuseForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { callbackView } from '#lib/server/presenters/callbackView.ts';
import { runtime } from '#lib/server/runtime.ts';
import { followCallback } from '#lib/services/followCallback.ts';
import { moveCallback } from '#lib/services/moveCallback.ts';
import { withdrawCallback } from '#lib/services/withdrawCallback.ts';
import type { Actions, PageServerLoad } from './$types';

/** Why another time cannot be had. */
const refusals = ['window_missing', 'window_full', 'window_gone', 'office_closed_then'] as const;

export const load: PageServerLoad = async (event) => {
	event.setHeaders({ 'X-Robots-Tag': 'noindex' });
	const { params, url, locals } = event;
	const { deps } = runtime();
	const followed = await followCallback(deps, actorOf(event), params.code);
	if (!followed.ok) error(404, { message: followed.reason, code: followed.reason });
	return {
		request: await callbackView(deps, followed.value, locals.language),
		refused: choiceRefusal(url, refusals),
		notice: (['joined', 'not_free', 'moved'] as const).find((each) => url.searchParams.has(each)) ?? null,
	};
};

const pageOf = ({ params, locals }: { params: { code: string }; locals: App.Locals }): string =>
	`/${locals.language}/help/callback/${showFollowCode(readFollowCode(params.code) ?? '-')}`;

export const actions: Actions = {
	move: async (event) => {
		const { deps } = runtime();
		const typed = String((await readForm(event.request)).get('window') ?? '');
		const windowStart = readWindow(typed);
		if (!windowStart) return refuseChoice(event, { refused: 'window_missing' });
		const moved = await moveCallback(deps, actorOf(event), { code: event.params.code, windowStart });
		if (moved.ok) redirect(303, `${pageOf(event)}?moved`);
		if (moved.reason === 'unknown_code' || moved.reason === 'already_closed') redirect(303, pageOf(event));
		return refuseChoice(event, { refused: moved.reason });
	},
	withdraw: async (event) => {
		await withdrawCallback(runtime().deps, actorOf(event), event.params.code);
		redirect(303, pageOf(event));
	},
};

import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { withNeeds, wishesOf } from '#lib/domain/offerSearch.ts';
import type { OfferSearch } from '#lib/domain/offerSearch.ts';
import { offerSearchQuery } from '#lib/server/forms/offerSearch.ts';
import { readNeedsForm } from '#lib/server/forms/needsForm.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { answersOf, dropDraft, takeDraft } from '#lib/server/forms/draft.ts';
import { fieldOf, readMessages, typedMessages } from '#lib/server/forms/messageForm.ts';
import type { MessagesFault } from '#lib/server/forms/messageForm.ts';
import { choiceRefusal, refusalOf, refuseChoice, refuseForm } from '#lib/server/forms/refuseForm.ts';
import { isLanguage } from '#lib/domain/languages.ts';
import { leaveDevice } from '#lib/server/auth/leaveDevice.ts';
import { requireSignIn, requireSignInKeeping } from '#lib/server/auth/requireSignIn.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { showMessage, showWays } from '#lib/server/presenters/messages.ts';
import { showJournal } from '#lib/server/presenters/journal.ts';
import { runtime } from '#lib/server/runtime.ts';
import { keepNeeds, readNeeds } from '#lib/services/needs.ts';
import { askTestMessage } from '#lib/services/askTestMessage.ts';
import { dropMessageContact, keepMessagePreference } from '#lib/services/keepMessagePreference.ts';
import { endSignIn, signOutEverywhere } from '#lib/services/endSignIn.ts';
import { removePasskey } from '#lib/services/ownPasskeys.ts';
import { keepLanguage, viewMe } from '#lib/services/viewMe.ts';
import { viewMessages } from '#lib/services/viewMessages.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done a moment ago, to be said once on the page. */

/** Where a search finds what somebody needs; null when nothing of it can be searched for. */
const queryFor = (search: OfferSearch): string | null =>
	wishesOf(search).length > 0 ? offerSearchQuery(search) : null;
const done = [
	...(['language', 'passkey', 'passkey_removed', 'ended', 'needs'] as const),
	...(['messages', 'message_contact', 'message_test', 'push'] as const),
];

type MessagesRefusal = { faults: MessagesFault[] };

export const load: PageServerLoad = async (event) => {
	const signIn = requireSignIn(event);
	const { deps, settings } = runtime();
	const me = await viewMe(deps, actorOf(event));
	if (!me.ok) redirect(303, `/${event.locals.language}/sign-in`);
	const needs = await readNeeds(runtime().deps, actorOf(event), { dossier: signIn.dossier });
	const written = await viewMessages(deps, actorOf(event));
	if (!written.ok) redirect(303, `/${event.locals.language}/sign-in`);
	const kept = event.url.searchParams.get('kept');
	return {
		keepAnswers: true,
		messages: written.value.messages.map(showMessage),
		undelivered: written.value.undelivered,
		messageWays: showWays(written.value),
		messagesTyped: typedMessages(takeDraft(event), written.value.channels),
		messageFaults: refusalOf<MessagesRefusal>(event)?.faults ?? [],
		pushKey: settings.push?.publicKey ?? null,
		passkeys: me.value.passkeys,
		journal: showJournal(me.value, event.locals.language),
		language: event.locals.language,
		writtenIn: me.value.language,
		needs: needs.ok ? needs.value : null,
		findWithNeeds: needs.ok && needs.value ? queryFor(withNeeds({}, needs.value)) : null,
		signIns: me.value.signIns.map((each) => ({ ...each, here: each.id === signIn.id })),
		refused: choiceRefusal(event.url, ['language_missing', 'test_too_soon']),
		kept: done.find((each) => each === kept) ?? null,
	};
};

const signedOut = (event: RequestEvent, sharedDevice: boolean): never => {
	leaveDevice(event, sharedDevice);
	redirect(303, `/${event.locals.language}/sign-in?left=${sharedDevice ? 'shared' : 'here'}`);
};

/** The time was up: the way back leads to the page that was left. */
const timeUp = (event: RequestEvent, to: string): never => {
	leaveDevice(event, true);
	redirect(303, `/${event.locals.language}/sign-in?left=time&to=${encodeURIComponent(to)}`);
};

const field = async (request: Request, name: string): Promise<string> =>
	String((await readForm(request)).get(name) ?? '').slice(0, 2000);

const back = ({ locals }: RequestEvent, kept: (typeof done)[number]): never =>
	redirect(303, `/${locals.language}/me?kept=${kept}`);

export const actions: Actions = {
	/** Works for whoever presses it, also twice, also when the sign-in has ended meanwhile. */
	signOut: async (event) => {
		const { signIn, writtenBy } = event.locals;
		const form = await readForm(event.request);
		if (signIn) await endSignIn(runtime().deps, actorOf(event), { id: signIn.id });
		if (form.get('because') === 'time') return timeUp(event, String(form.get('to') ?? ''));
		// When it cannot be known whose device this is, everything goes.
		return signedOut(event, (signIn ?? writtenBy)?.sharedDevice ?? true);
	},
	signOutEverywhere: async (event) => {
		const { sharedDevice } = requireSignIn(event);
		await signOutEverywhere(runtime().deps, actorOf(event));
		return signedOut(event, sharedDevice);
	},
	endSignIn: async (event) => {
		const signIn = requireSignIn(event);
		const id = await field(event.request, 'id');
		await endSignIn(runtime().deps, actorOf(event), { id });
		return id === signIn.id ? signedOut(event, signIn.sharedDevice) : back(event, 'ended');
	},
	language: async (event) => {
		requireSignIn(event);
		const language = await field(event.request, 'language');
		if (!isLanguage(language)) return refuseChoice(event, { refused: 'language_missing' });
		await keepLanguage(runtime().deps, actorOf(event), { language });
		redirect(303, `/${language}/me?kept=language`);
	},
	needs: async (event) => {
		const { dossier } = requireSignIn(event);
		const needs = readNeedsForm(await readForm(event.request));
		await keepNeeds(runtime().deps, actorOf(event), { dossier, needs });
		return back(event, 'needs');
	},
	messages: async (event) => {
		const form = await readForm(event.request);
		requireSignInKeeping(event, form);
		const answers = answersOf(form);
		const refuse = (faults: MessagesFault[]) =>
			refuseForm(event, answers, { faults } satisfies MessagesRefusal);
		const read = readMessages(typedMessages(answers, null));
		if (!read.ok) return refuse(read.faults);
		const kept = await keepMessagePreference(runtime().deps, actorOf(event), read.value);
		if (!kept.ok) return refuse([{ field: fieldOf(kept.reason), reason: kept.reason }]);
		dropDraft(event);
		return back(event, 'messages');
	},
	dropMessageContact: async (event) => {
		requireSignIn(event);
		const asked = await field(event.request, 'what');
		const what = (['sms', 'email', 'push'] as const).find((each) => each === asked);
		if (what) await dropMessageContact(runtime().deps, actorOf(event), { what });
		return back(event, 'message_contact');
	},
	testMessage: async (event) => {
		requireSignIn(event);
		const asked = await askTestMessage(runtime().deps, actorOf(event));
		if (!asked.ok) return refuseChoice(event, { refused: asked.reason });
		return back(event, 'message_test');
	},
	removePasskey: async (event) => {
		requireSignIn(event);
		await removePasskey(runtime().deps, actorOf(event), { id: await field(event.request, 'id') });
		return back(event, 'passkey_removed');
	},
};

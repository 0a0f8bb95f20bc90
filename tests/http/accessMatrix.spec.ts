import { randomUUID } from 'node:crypto';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { operator } from '#lib/services/actor.ts';
import type { Actor } from '#lib/services/actor.ts';
import { askCallback } from '#lib/services/askCallback.ts';
import { confirmObligation } from '#lib/services/confirmObligation.ts';
import { bookSeat } from '#lib/services/bookSeat.ts';
import { listCourses } from '#lib/services/listCourses.ts';
import { offerCallbackWindows } from '#lib/services/offerCallbackWindows.ts';
import type { Deps } from '#lib/services/ports.ts';
import { accessMatrix } from '../support/accessMatrix.ts';
import type { Asker, Belongings, Outcome, Row } from '../support/accessMatrix.ts';
import { wish } from '../support/help.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { routes } from '../support/routes.ts';
import { expect, origin, test } from '../support/test.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';
import type { Visitor } from '../support/visitor.ts';

/** A form that is refused leads back to its own page, which says why. */
const isRefused = (asked: string, leads: URL): boolean =>
	leads.pathname === new URL(asked, origin()).pathname && leads.searchParams.has('refused');

const outcomeOf = (response: Response, asked = ''): Outcome | number => {
	const { status } = response;
	if (status >= 200 && status < 300) return 'answered';
	if (status === 401) return 'sign_in';
	if (status >= 300 && status < 400) {
		const leads = new URL(response.headers.get('location') ?? '', origin());
		if (isRefused(asked, leads)) return 'unfit';
		return /^\/[a-z]{2}\/sign-in(\/|$)/.test(leads.pathname) ? 'sign_in' : 'moved';
	}
	if ([400, 409, 413, 415, 422, 429].includes(status)) return 'unfit';
	if (status === 403) return 'refused';
	return status === 404 ? 'not_found' : status;
};

const wayOf = ({ ask, path }: Row, of: Belongings): string => {
	const address = typeof path === 'string' ? path : path(of);
	const action = ask.split(' ')[1];
	if (!action) return address;
	return address.includes('?') ? address.replace('?', `${action}&`) : address + action;
};

const askAs = (visitor: Visitor, row: Row, of: Belongings): Promise<Response> => {
	const path = wayOf(row, of);
	if (row.ask === 'GET') return visitor.ask(path);
	if (row.json)
		return visitor.ask(path, {
			method: 'POST',
			headers: { origin: origin(), 'content-type': 'application/json' },
			body: JSON.stringify(row.fields?.(of) ?? {}),
		});
	return visitor.post(path, row.fields?.(of) ?? {});
};

const newcomer = async (deps: Deps) => {
	const dossier = await openNewcomer(deps, { birthDate: '1985-07-30' });
	const code = await giveLetter(deps, dossier);
	const arrive = async () => {
		const visitor = newVisitor(origin());
		await signInByForm(visitor, { code, birthDate: '1985-07-30' });
		return visitor;
	};
	return { dossier, arrive };
};

/** A seat of A's in the first session that has one. */
const seatOf = async (deps: Deps, actor: Actor, dossier: string): Promise<string> => {
	const { value: found } = await listCourses(deps, actor, { search: { freeOnly: true }, page: 1 });
	const session = found.sessions[0]?.session.id ?? '';
	const seat = await bookSeat(deps, actor, { dossier, session, key: randomUUID() });
	if (!seat.ok) throw new Error(`A could not book a seat: ${seat.reason}`);
	return seat.value.booking;
};

/** A's first paper. */
const paperOf = async (deps: Deps, dossier: string): Promise<string> => {
	const on = brusselsToday(deps.now());
	await confirmObligation(deps, operator, { dossier, on, printedDeadline: null });
	const [paper] = await deps.store.look((tx) => tx.attestations.ofDossier(dossier));
	return paper?.id ?? '';
};

/** What A has that others must not touch: read from A's own page on a second device, as B might have overheard it. */
const belongingsOf = async (deps: Deps, dossier: string, secondDevice: Visitor): Promise<Belongings> => {
	const me = await (await secondDevice.ask('/fr/me')).text();
	const signInOfA = /name="id" value="([^"]+)"/.exec(me)?.[1] ?? '';
	const actor = { kind: 'newcomer', id: dossier, channel: 'web', device: null } as const;
	const email = `${randomUUID()}@example.org`;
	const window = (await offerCallbackWindows(deps)).at(-1);
	const asked = await askCallback(
		deps,
		actor,
		wish(deps.now(), {
			...{ key: randomUUID(), way: 'email', contact: { kind: 'email', value: email } },
			...(window ? { windowStart: window.start } : {}),
		}),
	);
	if (!asked.ok) throw new Error(`A could not ask to be called: ${asked.reason}`);
	const bookingOfA = await seatOf(deps, actor, dossier);
	const attestationOfA = await paperOf(deps, dossier);
	return {
		signInOfA,
		session: '',
		callbackOfA: showFollowCode(asked.value.code),
		bookingOfA,
		attestationOfA,
	};
};

test('every route, method and action has a row', () => {
	const asked = new Set(accessMatrix.map(({ route, ask }) => `${route} ${ask}`));
	const there = routes.flatMap(({ id, page, methods, actions }) => [
		...(page ? [`${id} GET`] : []),
		...methods.map((method) => `${id} ${method}`),
		...actions.map((action) => (action === 'default' ? `${id} POST` : `${id} POST ?/${action}`)),
	]);
	expect(there.filter((each) => !asked.has(each))).toEqual([]);
	expect([...asked].filter((each) => !there.includes(each))).toEqual([]);
});

for (const asker of ['anonymous', 'newcomerA', 'newcomerB'] satisfies Asker[])
	test(`what ${asker} gets`, async ({ deps }) => {
		const [a, b] = [await newcomer(deps), await newcomer(deps)];
		const owner = await a.arrive();
		const belongings = await belongingsOf(deps, a.dossier, await a.arrive());
		expect(belongings.signInOfA).not.toBe('');
		expect(belongings.attestationOfA).not.toBe('');
		const wrong: string[] = [];
		for (const row of accessMatrix) {
			// A fresh visit for each row: some of them end it.
			const visitor =
				asker === 'anonymous' ? newVisitor(origin()) : await (asker === 'newcomerA' ? a : b).arrive();
			// As everybody who posts a form has: what is refused is answered differently where no cookie is kept.
			await visitor.ask('/fr');
			const outcome = outcomeOf(await askAs(visitor, row, belongings), wayOf(row, belongings));
			if (outcome !== row[asker]) wrong.push(`${row.route} ${row.ask}: ${outcome}, not ${row[asker]}`);
		}
		expect(wrong).toEqual([]);
		// Whatever others did, A is where A was.
		if (asker !== 'newcomerA') expect((await owner.ask('/fr/me')).status).toBe(200);
	});

test('a page answers only to the methods it knows', async () => {
	const wrong: string[] = [];
	const bare = { signInOfA: 'x', session: 'x', callbackOfA: 'x', bookingOfA: 'x', attestationOfA: 'x' };
	const paths = new Map(
		accessMatrix.map((row) => [row.route, typeof row.path === 'string' ? row.path : row.path(bare)]),
	);
	for (const { id, methods, actions } of routes)
		for (const method of ['PUT', 'PATCH', 'DELETE', ...(actions.length > 0 ? [] : ['POST'])]) {
			if (methods.includes(method)) continue;
			const { status } = await fetch(origin() + (paths.get(id) ?? '/'), {
				method,
				headers: { origin: origin(), accept: 'text/html' },
				redirect: 'manual',
			});
			if (![404, 405].includes(status)) wrong.push(`${method} ${id}: ${status}`);
		}
	expect(wrong).toEqual([]);
});

test('a sign-in that was ended elsewhere is refused at the next request', async ({ deps }) => {
	const { arrive } = await newcomer(deps);
	const [here, there] = [await arrive(), await arrive()];
	expect((await here.ask('/fr/me')).status).toBe(200);
	await there.post('/fr/me?/signOutEverywhere');
	expect(outcomeOf(await here.ask('/fr/me'))).toBe('sign_in');
});

test('a new sign-in gets a new cookie, and the old one stops working', async ({ deps }) => {
	const { arrive } = await newcomer(deps);
	const visitor = await arrive();
	const before = new Map(visitor.cookies);
	const { code } = { code: await giveLetter(deps, (await newcomer(deps)).dossier) };
	await signInByForm(visitor, { code, birthDate: '1985-07-30' });
	expect([...visitor.cookies.values()]).not.toEqual([...before.values()]);
	const stolen = newVisitor(origin());
	for (const [name, value] of before) stolen.cookies.set(name, value);
	expect(outcomeOf(await stolen.ask('/fr/me'))).toBe('sign_in');
});

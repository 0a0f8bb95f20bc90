import { randomBytes, randomUUID } from 'node:crypto';
import { newLetterCode } from '#lib/domain/letterCode.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { expect, origin, test } from '../support/test.ts';
import { newVisitor, signInByForm, signInFields } from '../support/visitor.ts';
import type { Visitor } from '../support/visitor.ts';

const birthDate = '1985-07-30';
const holdsAnswers = ({ cookies }: Visitor): boolean =>
	[...cookies.keys()].some((name) => /draft/.test(name));
const pageOf = (response: Response): string => (response.headers.get('location') ?? '').split('#')[0] ?? '';

/** Somebody who has seen a page, and so has what browsers are given to keep. */
const arrive = async (): Promise<Visitor> => {
	const visitor = newVisitor(origin());
	await visitor.ask('/fr');
	return visitor;
};

/** Posts a form that is refused, and follows to the page that says so. */
const beRefused = async (visitor: Visitor, path: string, fields: Record<string, string>) => {
	const refused = await visitor.post(path, fields);
	expect(refused.status).toBe(303);
	expect(holdsAnswers(visitor)).toBe(true);
	const page = await visitor.ask(pageOf(refused));
	expect(page.status).toBe(200);
	for (const answer of [refused, page]) expect(answer.headers.get('cache-control')).toBe('no-store');
	expect(holdsAnswers(visitor)).toBe(true);
	return page.text();
};

test('what was refused is forgotten when it is taken in', async ({ deps }) => {
	const dossier = await openNewcomer(deps, { birthDate });
	const code = await giveLetter(deps, dossier);
	const visitor = await arrive();
	await beRefused(visitor, '/fr/sign-in', { code, 'birthDate-year': '1990' });
	await signInByForm(visitor, { code, birthDate });
	expect(holdsAnswers(visitor)).toBe(false);

	const call = { way: 'email', language: 'fr', topic: 'letter', pickUp: 'only_me', sayWho: 'no' };
	const html = await beRefused(visitor, '/fr/help/callback', { ...call, email: 'nobody' });
	const window = [...html.matchAll(/name="window" value="([^"]+)"/g)].at(-1)?.[1] ?? '';
	const email = `${randomUUID()}@example.org`;
	expect((await visitor.post('/fr/help/callback', { ...call, email, window })).status).toBe(303);
	expect(holdsAnswers(visitor)).toBe(false);

	await beRefused(visitor, '/fr/help/complaint', { subject: 'too_slow', words: 'Test' });
	await visitor.post('/fr/help/complaint', { subject: 'too_slow', service: 'this_site' });
	expect(holdsAnswers(visitor)).toBe(false);
});

for (const sharedDevice of [false, true])
	test(`what was refused is forgotten at the sign-out${sharedDevice ? ', on a device of others' : ''}`, async ({
		deps,
	}) => {
		const dossier = await openNewcomer(deps, { birthDate });
		const visitor = await arrive();
		await visitor.post('/fr/sign-in', {
			...signInFields({ code: await giveLetter(deps, dossier), birthDate }),
			...(sharedDevice ? { sharedDevice: 'yes' } : {}),
		});
		await beRefused(visitor, '/fr/help/callback', { number: '12' });
		await visitor.post('/fr/me?/signOut');
		expect(holdsAnswers(visitor)).toBe(false);
		expect(await (await visitor.ask('/fr/help/callback?refused=')).text()).not.toContain('value="12"');
	});

test('signed out by the time, a form that is refused keeps what was typed, and says it once more', async () => {
	const visitor = await arrive();
	const refused = await visitor.post('/fr/sign-in?left=shared&to=/fr/me', { code: 'K7Q2' });
	expect(refused.headers.get('location')).toBe('/fr/sign-in?to=%2Ffr%2Fme&refused=#error-summary');
	for (let times = 0; times < 2; times += 1)
		expect(await (await visitor.ask(pageOf(refused))).text()).toContain('value="K7Q2"');
});

test('what is too long to be kept, or has nowhere to be kept, comes back in the answer itself', async () => {
	const bare = newVisitor(origin());
	const told = await bare.post('/fr/help/complaint', { words: 'Personne ne répond', answer: 'x' });
	expect(told.status).toBe(400);
	expect(await told.text()).toMatch(/Personne ne répond[\s\S]*id="answer-error"/);
	const visitor = await arrive();
	const words = randomBytes(6000).toString('base64');
	const refused = await visitor.post('/fr/help/complaint', { words, answer: 'x' });
	expect(refused.status).toBe(400);
	const html = await refused.text();
	expect(html).toContain(words);
	expect(html).toContain('id="words-error"');
	expect(holdsAnswers(visitor)).toBe(false);
});

test('too many tries are answered like any other refusal, whether the code exists or not', async ({
	deps,
}) => {
	const code = await giveLetter(deps, await openNewcomer(deps, { birthDate }));
	const answersTo = async (tried: string) => {
		const visitor = await arrive();
		const seen: string[] = [];
		for (let times = 0; times < 6; times += 1) {
			const refused = await visitor.post(
				'/fr/sign-in',
				signInFields({ code: tried, birthDate: '1990-01-01' }),
			);
			const html = await (await visitor.ask(pageOf(refused))).text();
			const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
			seen.push(`${refused.status} ${main.replaceAll(tried, '').replaceAll(/\d\d:\d\d/g, '')}`);
		}
		return seen;
	};
	// One that nobody else tries: tries are counted by code.
	const [known, unknown] = [await answersTo(code), await answersTo(newLetterCode(randomBytes))];
	expect(known.at(-1)).not.toBe(known[0]);
	expect(unknown).toEqual(known);
});

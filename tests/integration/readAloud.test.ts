import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listDemonstrationPeople } from '#lib/demonstration/listPeople.ts';
import { createDeps } from '#lib/server/deps.ts';
import { readSettings } from '#lib/server/environment.ts';
import { openHalte } from '#lib/server/open.ts';
import { attestObligation } from '../support/attested.ts';
import { drawn } from '#lib/server/documents/printable.ts';
import { structureOf } from '../support/pdf.ts';
import { readAloud } from '../support/readAloud.ts';
import { startHalte } from '../support/startHalte.ts';
import type { RunningHalte } from '../support/startHalte.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';
import type { Visitor } from '../support/visitor.ts';

// What somebody hears who cannot see the page: read aloud by a screen reader, from what the server sends.

let halte: RunningHalte;
let nobody: Visitor;
let person: Visitor;
let paper: Awaited<ReturnType<typeof attestObligation>>;

const hayat = { givenNames: 'ሓያት', familyName: 'ገብረእግዚኣብሄር' };

beforeAll(async () => {
	halte = await startHalte({ settings: { HALTE_DEMO: '1' } });
	const opened = await openHalte(readSettings({ HALTE_DATA_DIR: halte.dataDir }), { connections: 2 });
	const people = await listDemonstrationPeople(createDeps(opened.pool, opened.keys));
	paper = await attestObligation(createDeps(opened.pool, opened.keys), hayat);
	await opened.close();
	const welcomed = people.find(({ stage, language }) => stage === 'welcomed' && language === 'fr');
	if (!welcomed) throw new Error('the demonstration was not loaded');
	nobody = newVisitor(halte.origin);
	person = newVisitor(halte.origin);
	await signInByForm(person, welcomed);
}, 240_000);
afterAll(() => halte.stop());

const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.ask(path)).text();
/** Posts a form and reads where its answer leads. */
const sendAndFollow = async (visitor: Visitor, path: string, fields: Record<string, string>) => {
	const answer = await visitor.post(path, fields);
	const where = (answer.headers.get('location') ?? '').split('#')[0] ?? '';
	return { where, html: await pageOf(visitor, where) };
};
const headings = (said: string[], level: number) =>
	said.filter((phrase) => phrase.startsWith('heading, ') && phrase.endsWith(`, level ${level}`));
/** Letter by letter: where a line ends, and how far a stop stands from its word, is the business of typesetting. */
const bare = (text: string) => text.replace(/[\s\u2066-\u2069]/g, '');
const twiceInARow = (said: string[]) =>
	said.filter((phrase, index) => phrase === said[index - 1] && !/^(end of )?(list|paragraph)/.test(phrase));

const publicPaths = [
	...['', '/check', '/sign-in', '/pathway', '/courses', '/help', '/help/callback', '/offices'],
	...['/verify', '/offline', '/offline?unsent'],
];
const ownPaths = ['/pathway', '/bookings', '/attestations', '/me'];

describe('each page', () => {
	for (const language of ['fr', 'ar'])
		test(`says its one title, first of all, and nothing twice, ${language}`, async () => {
			for (const [visitor, paths] of [[nobody, publicPaths] as const, [person, ownPaths] as const])
				for (const path of paths) {
					const { said, document } = await readAloud(await pageOf(visitor, `/${language}${path}`));
					const [title = ''] = headings(said, 1);
					expect(headings(said, 1), path).toHaveLength(1);
					expect(said.indexOf(title), path).toBeLessThanOrEqual(3);
					expect(document.title, path).toContain(title.slice('heading, '.length, -', level 1'.length));
					expect(twiceInARow(said), path).toEqual([]);
				}
		});
});

describe('a form that was refused', () => {
	test('says each error once in the summary, as a link, and once with its field', async () => {
		const { html } = await sendAndFollow(nobody, '/fr/sign-in', { code: '', 'birthDate-year': '1990' });
		const { said, document } = await readAloud(html);
		const summary = document.querySelectorAll('#error-summary a');
		expect(summary.length).toBeGreaterThan(0);
		for (const link of summary) {
			const error = link.textContent.trim();
			expect(said.filter((phrase) => phrase === `link, ${error}`)).toHaveLength(1);
			const field = said.filter(
				(phrase) => /^(textbox|group), /.test(phrase) && phrase.includes(error) && phrase.includes('invalid'),
			);
			expect(field, error).toHaveLength(1);
		}
		// The summary takes the focus, and nothing else.
		expect([...document.querySelectorAll('[autofocus]')].map(({ id }) => id)).toEqual(['error-summary']);
	});
});

describe('verifying a paper', () => {
	const ask = (typed: string) => sendAndFollow(nobody, '/fr/verify', { typed });

	test('asks one question, with what to write in it', async () => {
		const { said } = await readAloud(await pageOf(nobody, '/fr/verify'));
		const fields = said.filter((phrase) => phrase.startsWith('textbox, '));
		expect(fields).toHaveLength(1);
		expect(fields[0]).toMatch(/4K7Q/);
		expect(said.filter((phrase) => phrase.startsWith('button, ')).length).toBeGreaterThan(0);
		// The answers that the page carries along are not said.
		expect(said.join()).not.toMatch(/%\w+%|Cette attestation est/);
	});

	test('says the answer before the question, once, with each fact beside its name', async () => {
		const { html } = await ask(paper.text);
		const { said } = await readAloud(html);
		const title = 'heading, Cette attestation est vraie, level 2';
		expect(said.filter((phrase) => phrase === title)).toHaveLength(1);
		expect(said.indexOf(title)).toBeLessThan(said.findIndex((phrase) => phrase.startsWith('textbox, ')));
		expect(said).toContain(hayat.familyName);
		expect(said.filter((phrase) => phrase === 'term').length).toBeGreaterThan(3);
		expect(twiceInARow(said)).toEqual([]);
	});

	test('says what is missing once in the summary and once with the field', async () => {
		const { said, document } = await readAloud((await ask(' ')).html);
		const [link] = document.querySelectorAll('#error-summary a');
		const error = link?.textContent.trim() ?? '';
		expect(said.filter((phrase) => phrase === `link, ${error}`)).toHaveLength(1);
		expect(said.filter((phrase) => phrase.startsWith('textbox, ') && phrase.includes(error))).toHaveLength(1);
	});
});

describe('finding and booking a course', () => {
	test('how many were found is a status, and each one is a link that says what it is', async () => {
		const { said } = await readAloud(await pageOf(nobody, '/fr/courses?kind=citizenship&free=yes'));
		const status = said.indexOf('status');
		expect(said[status + 1]).toMatch(/^heading, \d+ groupes? trouvés?, level 2$/);
		expect(
			said.filter((phrase) => /^link, .*Formation à la citoyenneté/.test(phrase)).length,
		).toBeGreaterThan(0);
	});

	test('choosing, keeping, giving up and booking a seat can be followed by ear', async () => {
		const found = await readAloud(await pageOf(person, '/fr/courses?kind=citizenship&free=yes'));
		const course = found.document.querySelector('main ol a')?.getAttribute('href')?.split('?')[0] ?? '';
		const { said, document } = await readAloud(await pageOf(person, course));
		const choices = said.filter((phrase) => phrase.startsWith('radio, '));
		expect(choices.length).toBeGreaterThan(0);
		for (const [index, choice] of choices.entries()) {
			// Day, date, times, place, language and seats in the name; then whether and where it stands.
			expect(choice).toMatch(
				/^radio, \p{L}+ \d+(er)? \p{L}+ \d{4} De \d\d:\d\d à \d\d:\d\d .+\d{4} .+ On y parle\s: .+ \d+ places? libres?, not checked, position \d+, set size \d+$/u,
			);
			expect(choice).toContain(`position ${index + 1}, set size ${choices.length}`);
		}

		const session = document.querySelector<HTMLInputElement>('input[name="session"]')?.value ?? '';
		const held = await sendAndFollow(person, `${course}?/hold`, { session });
		const { said: keeping, document: keptPage } = await readAloud(held.html);
		expect(headings(keeping, 1)).toEqual(['heading, Nous gardons cette place pour vous, level 1']);
		expect(keeping.filter((phrase) => phrase === 'button, Réserver cette place')).toHaveLength(1);
		expect(keeping.filter((phrase) => phrase === 'button, Je ne veux pas cette place')).toHaveLength(1);
		expect(twiceInARow(keeping)).toEqual([]);

		const key = keptPage.querySelector<HTMLInputElement>('input[name="key"]')?.value ?? '';
		const booked = await sendAndFollow(person, `${held.where.split('?')[0]}?/book`, { key });
		const { said: bookings } = await readAloud(booked.html);
		expect(bookings.filter((phrase) => phrase.includes('Votre place est réservée'))).toHaveLength(1);
		// Buttons that look alike say which seat they are about.
		const about = bookings.filter((phrase) => /^link, (Changer de groupe|Rendre ma place)/.test(phrase));
		expect(new Set(about).size).toBe(about.length);
		for (const each of about) expect(each).toMatch(/: .+ \d{4}/);
	});
});

describe('a paper', () => {
	/** The first paper of the person, as its list names it. */
	const firstPaper = async (language: string) => {
		const { document } = await readAloud(await pageOf(person, `/${language}/attestations`));
		const link = document.querySelector(`main a[href^="/${language}/attestations/"]`);
		return link?.getAttribute('href') ?? '';
	};

	for (const language of ['fr', 'ar'])
		test(`says what it is, of whom, its code with the reference, and how to look whether it is real, ${language}`, async () => {
			const path = await firstPaper(language);
			const { said, document } = await readAloud(await pageOf(person, path));
			expect(headings(said, 1)).toHaveLength(1);
			expect(twiceInARow(said)).toEqual([]);
			const names = [...document.querySelectorAll('.paper dt')].map((name) => name.textContent.trim());
			expect(names.length).toBeGreaterThan(4);
			for (const name of names) expect(said.join('\n'), name).toContain(name);
			const code = said.filter((phrase) => /^(img|image|graphics-\S+), /.test(phrase));
			expect(code).toHaveLength(1);
			expect(code[0]).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
			expect(said.filter((phrase) => phrase.startsWith('link, ') && phrase.includes('PDF'))).toHaveLength(1);
		});

	for (const language of ['fr', 'ar'])
		test(`its PDF is read in the order of the sheet and says what the page says, ${language}`, async () => {
			const path = await firstPaper(language);
			const { document } = await readAloud(await pageOf(person, path));
			const answer = await person.ask(`${path}.pdf`);
			const structure = await structureOf(new Uint8Array(await answer.arrayBuffer()));
			const heard = bare(structure.join('\n'));
			const told = [...document.querySelectorAll('.paper dt, .paper dd, .paper__says, .paper__code div p')];
			expect(told.length).toBeGreaterThan(10);
			for (const each of told) expect(heard).toContain(bare(drawn(each.textContent)));
			const roles = structure.map((line) => line.trim().split(' ')[0]);
			expect(roles.indexOf('H1')).toBeGreaterThan(0);
			expect(roles.indexOf('H1')).toBeLessThan(roles.indexOf('H2'));
			// The picture of the code has words, which name the reference to type.
			expect(structure.find((line) => line.trim().startsWith('Figure'))).toMatch(/\(.+-[0-9A-Z]{4}\.\)$/);
		});

	for (const language of ['fr', 'ar'])
		test(`the answer whether one is real comes first, as a heading, with what the issuer wrote, ${language}`, async () => {
			const { document } = await readAloud(await pageOf(person, await firstPaper(language)));
			const reference = document.querySelector('.paper__reference bdi')?.textContent ?? '';
			const [familyName = '', givenNames = ''] = [...document.querySelectorAll('.paper dd')].map((value) =>
				value.textContent.trim(),
			);
			expect(familyName).not.toBe('');
			const verify = `/${language}/verify`;
			const answer = await nobody.post(verify, { typed: reference });
			const where = answer.headers.get('location');
			const html = where ? await pageOf(nobody, where.split('#')[0] ?? '') : await answer.text();
			const { said } = await readAloud(html);
			expect(twiceInARow(said)).toEqual([]);
			const verdict = said.findIndex((phrase) => /^heading, .*, level 2$/.test(phrase));
			expect(verdict).toBeGreaterThan(0);
			expect(verdict).toBeLessThan(said.findIndex((phrase) => phrase.startsWith('textbox')));
			for (const name of [familyName, givenNames]) expect(said).toContain(name);
		});
});

import type { Language } from '#lib/domain/languages.ts';
import { readStatus } from '#lib/domain/attestation/statusList.ts';
import { readPublicKeys } from '#lib/domain/attestation/publicKeys.ts';
import { verifyAttestation } from '#lib/domain/attestation/verifyAttestation.ts';
import { readDocument } from '../support/documentChecks.ts';
import { readQrOf, structureOf } from '../support/pdf.ts';
import { expect, origin, test } from '../support/test.ts';
import { newVisitor, signInFields } from '../support/visitor.ts';

/** The letters of a text in any order of its lines: what an eye finds on both, wherever a line ends. */
const wordsIn = (text: string): string[] =>
	text
		.replace(/[\u200b\u2066-\u2069]/g, '')
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter((word) => word !== '');

const paperIn = async (page: Response): Promise<string> => {
	const list = readDocument(await page.text());
	return list.querySelector('.papers a')?.getAttribute('href') ?? '';
};

for (const language of ['fr', 'ar', 'ti'] satisfies Language[])
	test(`a paper says the same on its page and on its sheet in ${language}, as often as one asks`, async ({
		personAt,
		visitorAs,
	}) => {
		const visitor = await visitorAs(personAt('completed', language));
		const address = await paperIn(await visitor.ask(`/${language}/attestations`));
		const page = readDocument(await (await visitor.ask(address)).text());
		const answer = await visitor.ask(`${address}.pdf`);
		expect(answer.headers.get('content-type')).toBe('application/pdf');
		expect(answer.headers.get('cache-control')).toBe('no-store');
		const pdf = new Uint8Array(await answer.arrayBuffer());
		const sheet = new Set(wordsIn((await structureOf(pdf)).join(' ')));
		const said = [...page.querySelectorAll('.paper :is(p, h2, h3, dt, dd)')];
		expect(said.length).toBeGreaterThan(10);
		const missing = said.flatMap((each) => wordsIn(each.textContent)).filter((word) => !sheet.has(word));
		expect(missing).toEqual([]);

		const again = new Uint8Array(await (await visitor.ask(`${address}.pdf`)).arrayBuffer());
		const text = (await readQrOf(pdf)) ?? '';
		expect(await readQrOf(again)).toBe(text);
		const ask = async (path: string): Promise<unknown> => (await fetch(origin() + path)).json();
		const keys = readPublicKeys(await ask('/.well-known/halte-keys.json')) ?? [];
		const status = await readStatus(await ask('/api/v1/attestations/status'), keys);
		expect((await verifyAttestation(text, { keys, status, now: new Date() })).outcome).toBe('valid');
	});

test('what verifiers carry may be kept for a minute, by anybody', async () => {
	for (const path of ['/.well-known/halte-keys.json', '/api/v1/attestations/status']) {
		const { headers } = await fetch(origin() + path);
		expect(headers.get('cache-control')).toBe('public, max-age=60');
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('set-cookie')).toBeNull();
	}
});

test('on a device that others use the paper is shown and no file is left', async ({ personAt }) => {
	const visitor = newVisitor(origin());
	await visitor.post('/fr/sign-in', { ...signInFields(personAt('completed', 'fr')), sharedDevice: 'yes' });
	const address = await paperIn(await visitor.ask('/fr/attestations'));
	const page = await visitor.ask(address);
	expect(page.status).toBe(200);
	expect(await page.text()).not.toContain(`${address}.pdf`);
	const file = await visitor.ask(`${address}.pdf`);
	expect([file.status, file.headers.get('location')]).toEqual([303, address]);
});

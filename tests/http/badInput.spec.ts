import fc from 'fast-check';
import { anyText, formBody, survivesHtml } from '../support/badInput.ts';
import { formsOf, typedValuesOf } from '../support/forms.ts';
import type { Field, Form } from '../support/forms.ts';
import { giveLetter, openNewcomer } from '../support/newcomers.ts';
import { routes } from '../support/routes.ts';
import { expect, origin, test } from '../support/test.ts';
import { newVisitor, signInByForm } from '../support/visitor.ts';
import type { Visitor } from '../support/visitor.ts';
import { visits } from '../support/visits.ts';

const formTypes = 'application/x-www-form-urlencoded';

/** A value for a field: mostly what it offers where it offers something, so that the input gets past the first question. */
const valueFor = ({ name, type, value, options }: Field): fc.Arbitrary<readonly [string, string]> => {
	const offered = options.length > 0 ? options : [value];
	const fitting = type === 'hidden' ? 6 : options.length > 0 ? 3 : 0;
	return fc
		.oneof({ weight: fitting, arbitrary: fc.constantFrom(...offered) }, { weight: 2, arbitrary: anyText })
		.map((chosen) => [name, chosen] as const);
};

/** A filling of a form: some fields missing, some twice, one nobody asked for. */
const fillingOf = ({ fields }: Form): fc.Arbitrary<(readonly [string, string])[]> =>
	fc
		.tuple(
			fc.tuple(...fields.map((field) => fc.option(valueFor(field), { freq: 8, nil: null }))),
			fc.array(
				fc.tuple(fc.oneof(anyText, fc.constantFrom(...fields.map(({ name }) => name), 'x')), anyText),
				{
					maxLength: 1,
				},
			),
		)
		.map(([known, more]) => [...known.filter((each) => each !== null), ...more]);

/** Pages with forms, each as somebody who sees them. */
const pages = [
	...new Map(
		visits
			.filter(({ bare, status, act }) => !bare && !status && !act)
			.map((visit) => [`${visit.path.split('?')[0]} ${Boolean(visit.as)}`, visit] as const),
	).values(),
];

for (const { path, as } of pages)
	test(`whatever is posted to ${path || '/'}${as ? ', signed in,' : ''} is answered, and comes back unchanged`, async ({
		deps,
	}) => {
		test.setTimeout(180_000);
		const dossier = await openNewcomer(deps, { birthDate: '1985-07-30' });
		const arrive = async (): Promise<Visitor> => {
			const visitor = newVisitor(origin());
			if (as) await signInByForm(visitor, { code: await giveLetter(deps, dossier), birthDate: '1985-07-30' });
			return visitor;
		};
		let visitor = await arrive();
		const html = await (await visitor.ask(`/fr${path}`)).text();
		const shape = ({ action, fields }: Form) => action + fields.map(({ name }) => name).join();
		const forms = new Map(formsOf(html, `/fr${path}`).map((form) => [shape(form), form])).values();
		for (const form of forms)
			await fc.assert(
				fc.asyncProperty(fillingOf(form), async (filling) => {
					const response = await visitor.ask(form.action, {
						method: 'POST',
						headers: { origin: origin(), 'content-type': formTypes },
						body: formBody(filling),
					});
					// A form that was refused, or asks something, leads to its page, by a redirection that keeps what was typed.
					const leads = response.headers.get('location') ?? '';
					const page = /[?&](refused|asked)=/.test(leads)
						? await visitor.ask(leads.split('#')[0] ?? '')
						: response;
					const html = await page.text();
					for (const { status } of [response, page])
						expect(status, `${form.action} ${html.slice(0, 200)}`).toBeLessThan(500);
					if (as && visitor.cookies.size < 2) visitor = await arrive();
					const shown = typedValuesOf(html);
					for (const { name, type, options } of form.fields) {
						const typed = filling.filter(([each]) => each === name);
						const [first] = typed;
						if (!first || typed.length > 1 || type === 'hidden' || options.length > 0 || !shown.has(name))
							continue;
						if (survivesHtml(first[1])) expect(shown.get(name), `${form.action} ${name}`).toBe(first[1]);
					}
				}),
				{ numRuns: 30 },
			);
	});

test('a body that is no form is answered kindly, whatever it says it is', async () => {
	const wrong: string[] = [];
	const bodies = [
		['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="code"\r\n\r\nabc'],
		['multipart/form-data', 'no boundary'],
		[
			'multipart/form-data; boundary=x',
			'--x\r\nContent-Disposition: form-data; name="code"; filename="a.txt"\r\n\r\nabc\r\n--x--\r\n',
		],
		[formTypes, `code=${'x'.repeat(2_000_000)}`],
		[formTypes, '%E0%A4%A=%ZZ&&==&code'],
		[formTypes, Array.from({ length: 20_000 }, (_, index) => `f${index}=1`).join('&')],
		['application/json', '{"code":'],
		['text/plain', 'code=abc'],
		['application/octet-stream', '\u0000\u0001'],
	] as const;
	const visitor = newVisitor(origin());
	for (const { id, actions } of routes.filter((route) => route.page && route.actions.length > 0))
		for (const [contentType, body] of bodies) {
			const path = id.replace('[lang=lang]', 'ar').replaceAll(/\[\w+(=\w+)?\]/g, 'x');
			const action = actions.includes('default') ? '' : `?/${actions[0]}`;
			const answer = await visitor.ask(path + action, {
				method: 'POST',
				headers: { origin: origin(), 'content-type': contentType },
				body,
			});
			if (answer.status >= 500)
				wrong.push(`${path}${action} ${contentType} ${body.slice(0, 40)}: ${answer.status}`);
		}
	expect(wrong).toEqual([]);
});

test('whatever a script sends is answered', async () => {
	const visitor = newVisitor(origin());
	const paths = routes
		.filter(({ methods }) => methods.includes('POST'))
		.map(({ id }) => id.replace('[lang=lang]', 'fr'));
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...paths), fc.oneof(fc.json(), anyText), async (path, body) => {
			const response = await visitor.ask(path, {
				method: 'POST',
				headers: { origin: origin(), 'content-type': 'application/json' },
				body: new TextEncoder().encode(body),
			});
			expect(response.status, path).toBeLessThan(500);
		}),
		{ numRuns: 150 },
	);
});

test('whatever stands in an address is answered', async () => {
	test.setTimeout(120_000);
	const visitor = newVisitor(origin());
	const ids = routes.filter(({ page, methods }) => page || methods.includes('GET')).map(({ id }) => id);
	const names = [
		'to',
		'kept',
		'left',
		'why',
		'original',
		'code',
		'shared',
		'state',
		'language',
		'page',
		'week',
		'kind',
		'refused',
		'asked',
		'on',
	];
	const parts = fc.oneof(anyText, fc.constantFrom('%', '%E0%A4%A', '..', '%2e%2e%2f', '%00', 'a%20b', ' '));
	const escaped = (text: string) => {
		const short = text.slice(0, 300);
		return /^[%.]/.test(short) ? short : formBody([['', short]]).slice(1);
	};
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...ids),
			fc.constantFrom('fr', 'ar', 'ti', 'xx'),
			parts,
			fc.dictionary(fc.constantFrom(...names), parts, { maxKeys: 3 }),
			async (id, language, part, query) => {
				const path = id.replace('[lang=lang]', language).replaceAll(/\[\w+(=\w+)?\]/g, escaped(part) || 'x');
				const search = Object.entries(query).map(([name, value]) => `${name}=${escaped(value)}`);
				const response = await visitor.ask(`${path}?${search.join('&')}`);
				expect(response.status, `${path}?${search.join('&')}`).toBeLessThan(500);
				const leads = response.headers.get('location');
				if (leads) expect(new URL(leads, origin()).origin, `${path}?${search.join('&')}`).toBe(origin());
			},
		),
		{ numRuns: 400 },
	);
});

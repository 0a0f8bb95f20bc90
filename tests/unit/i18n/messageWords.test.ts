import { expect, test } from 'vitest';
import { course, session } from '#lib/demonstration/offer.ts';
import { languages } from '#lib/domain/languages.ts';
import { messageKinds } from '#lib/domain/message.ts';
import { revocationCodes } from '#lib/domain/revocation.ts';
import { messageWords } from '#lib/i18n/messageWords.ts';
import { m } from '#lib/paraglide/messages.js';

const facts = { course: course(), session: session(), booking: 'B', aboutOn: null };
const until = { until: '2027-01-08T15:00:00Z' };

test.each(languages)(
	'every kind of message has its words in %s: what, when, where and what next',
	(language) => {
		const said = messageKinds.map((kind) => messageWords({ ...facts, kind, codes: until }, language));
		expect(new Set(said.map(({ title }) => title)).size).toBe(messageKinds.length);
		for (const { title, course: name, facts: told, next } of said) {
			for (const words of [title, name, ...told, next]) expect(words).toMatch(/^[^{}]{3,}$/);
			expect(told.join(' ')).toContain('09:00');
			expect(told.join(' ')).toContain('Rue de la Démonstration 1');
			// Short enough for a small screen.
			expect(title.length).toBeLessThan(65);
		}
	},
);

test('an offer says until when it holds, in the time of Brussels, and does without where nobody knows', () => {
	const offered = (codes: Record<string, string>) =>
		messageWords({ ...facts, kind: 'seat_offered', codes }, 'fr').next;
	expect(offered(until)).toMatch(/vendredi 8 janvier 2027, 16:00/);
	for (const codes of [{}, { until: 'soon' }] as Record<string, string>[])
		expect(offered(codes)).toMatch(/peu de temps/);
});

test('a reminder names the meeting it is about, else the first one', () => {
	const day = (aboutOn: string | null) =>
		messageWords({ ...facts, kind: 'booked', aboutOn, codes: {} }, 'nl').facts[0];
	expect(day(null)).toContain('11 januari');
	expect(day('2027-01-18')).toContain('18 januari');
});

test.each(languages)(
	'people in line read in %s of the course they wait for, and not of one they have',
	(language) => {
		const waits = messageWords({ ...facts, kind: 'line_joined', booking: null, codes: {} }, language).title;
		for (const kind of ['session_changed', 'session_called_off'] as const) {
			const [seated, inLine] = ['B', null].map((booking) =>
				messageWords({ ...facts, kind, booking, codes: {} }, language),
			) as [ReturnType<typeof messageWords>, ReturnType<typeof messageWords>];
			expect(inLine.title).not.toBe(seated.title);
			expect(inLine.title).not.toBe(waits);
			expect(inLine.next).not.toBe(seated.next);
			expect(inLine.next).toMatch(/^[^{}]{3,}$/);
			expect(inLine.title.length).toBeLessThan(65);
		}
	},
);

test('in French, Dutch and English it says which of the two it is', () => {
	const said = (kind: 'session_changed' | 'session_called_off', language: 'fr' | 'nl' | 'en') => {
		const { title, next } = messageWords({ ...facts, kind, booking: null, codes: {} }, language);
		return `${title} ${next}`;
	};
	for (const kind of ['session_changed', 'session_called_off'] as const) {
		expect(said(kind, 'fr')).toMatch(/que vous attendez.*liste d’attente/);
		expect(said(kind, 'nl')).toMatch(/waarop u wacht.*wachtlijst/);
		expect(said(kind, 'en')).toMatch(/you are waiting for.*waiting list/);
	}
});

test.each(languages)('news about a need names none of them in %s', (language) => {
	const words = JSON.stringify(messageWords({ ...facts, kind: 'needs_unsure', codes: {} }, language));
	for (const need of [
		m.needs_interpreter,
		m.needs_sign_language,
		m.needs_step_free,
		m.needs_childcare,
		m.needs_female_teacher,
	])
		expect(words).not.toContain(need({}, { locale: language }));
});

test.each(languages)('news of a paper says in %s which one, and why it is no longer good', (language) => {
	const said = (kind: 'attestation_issued' | 'attestation_revoked', reason: string) =>
		messageWords(
			{
				...facts,
				course: null,
				session: null,
				booking: null,
				kind,
				codes: { attested: 'completion', reason },
			},
			language,
		);
	const paper = m.attestations_kind_completion({}, { locale: language });
	expect(said('attestation_issued', '')).toMatchObject({ paper, course: null, facts: [] });
	const reasons = revocationCodes.map((reason) => said('attestation_revoked', reason));
	for (const { paper: named, facts: why } of reasons) expect([named, why.length]).toEqual([paper, 1]);
	expect(new Set(reasons.map(({ facts: [why] }) => why)).size).toBe(revocationCodes.length);
});

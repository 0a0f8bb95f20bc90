import { expect, test } from 'vitest';
import { session } from '#lib/demonstration/offer.ts';
import { needCodes, needsAmong, needsToArrange } from '#lib/domain/needs.ts';
import type { Needs } from '#lib/domain/needs.ts';
import { readNeedsForm } from '#lib/server/forms/needsForm.ts';

const all: Needs = { codes: [...needCodes], interpreterLanguage: 'ti', signLanguage: null };
const arranged = (needs: Needs, changes: Parameters<typeof session>[0]) =>
	needsToArrange(needs, { session: session(changes) });

test('a session that says it has something arranges it by itself; what is not known is not counted on', () => {
	const rich = { childcare: true, stepFree: true, teacherGender: 'female' as const, spokenLanguages: ['ti'] };
	expect(arranged(all, rich)).toEqual(['sign_language']);
	expect(arranged(all, { stepFree: null, teacherGender: null, spokenLanguages: ['fr'] })).toEqual(all.codes);
	expect(arranged({ codes: [], interpreterLanguage: null, signLanguage: null }, rich)).toEqual([]);
	expect(
		arranged({ codes: ['interpreter'], interpreterLanguage: 'other', signLanguage: null }, rich),
	).toEqual(['interpreter']);
});

const form = (...fields: [string, string][]): FormData => {
	const data = new FormData();
	for (const [name, value] of fields) data.append(name, value);
	return data;
};

test('a form says what was ticked, and whatever else is posted is passed over', () => {
	expect(readNeedsForm(form())).toEqual({ codes: [], interpreterLanguage: null, signLanguage: null });
	expect(readNeedsForm(form(['need', 'childcare'], ['need', 'interpreter'], ['needLanguage', 'ps']))).toEqual(
		{ codes: ['interpreter', 'childcare'], interpreterLanguage: 'ps', signLanguage: null },
	);
	expect(readNeedsForm(form(['need', 'sign_language'], ['needSignLanguage', 'vgt'])).signLanguage).toBe(
		'vgt',
	);
	expect(readNeedsForm(form(['need', 'sign_language'], ['needSignLanguage', 'xx'])).signLanguage).toBe(
		'other',
	);
	expect(readNeedsForm(form(['need', 'childcare'], ['needSignLanguage', 'vgt'])).signLanguage).toBe(null);
	// The language is only of use to an interpreter.
	expect(readNeedsForm(form(['need', 'step_free'], ['needLanguage', 'ps']))).toEqual({
		...{ codes: ['step_free'], interpreterLanguage: null, signLanguage: null },
	});
	for (const wrong of ['', 'xx', '\u0000', 'x'.repeat(100_000)])
		expect(readNeedsForm(form(['need', wrong], ['need', 'interpreter'], ['needLanguage', wrong]))).toEqual({
			codes: ['interpreter'],
			interpreterLanguage: 'other',
			signLanguage: null,
		});
	const file = form(['need', 'childcare']);
	file.append('need', new File(['x'], 'interpreter'));
	expect(readNeedsForm(file).codes).toEqual(['childcare']);
});

test('needs come in the order of the list', () => {
	expect(needsAmong([...needCodes].toReversed())).toEqual([...needCodes]);
});

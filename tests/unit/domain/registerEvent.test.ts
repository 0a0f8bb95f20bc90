import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerEvent } from '#lib/demonstration/registerEvents.ts';
import { contentOf, readRegisterLine } from '#lib/domain/registerEvent.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** The example of the format, with changes at dotted paths; undefined leaves the field out. */
function line(changes: Record<string, unknown> = {}): string {
	const event: Record<string, unknown> = structuredClone(registerEvent());
	for (const [path, value] of Object.entries(changes)) {
		const keys = path.split('.');
		const last = keys.pop()!;
		const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, event);
		if (value === undefined) delete parent[last];
		else parent[last] = value;
	}
	return JSON.stringify(event);
}

const codesOf = (text: string | Uint8Array) => {
	const read = readRegisterLine(typeof text === 'string' ? bytes(text) : text);
	return read.ok ? [] : read.codes;
};
const family = { relation: 'spouse', registeredIn: null, dependent: false, sponsorIsMinor: false };

describe('a good line', () => {
	it('is read with its fields as they are', () => {
		const read = readRegisterLine(bytes(line()));
		expect(read.ok && read.value).toEqual(JSON.parse(line()));
	});

	it.each([
		['person.nationalNumber'],
		['person.familyName'],
		['person.givenNames'],
		['person.sex'],
		['person.languages'],
		['person.address'],
		['legalStaySince'],
		['person.address.box'],
		['registration.permit.reason'],
		['registration.permit.validUntil'],
	])('may leave out %s, or give null', (path) => {
		expect(codesOf(line({ [path]: undefined }))).toEqual([]);
		expect(codesOf(line({ [path]: null }))).toEqual([]);
		const left = readRegisterLine(bytes(line({ [path]: undefined })));
		const given = readRegisterLine(bytes(line({ [path]: null })));
		expect(left.ok && given.ok && contentOf(left.value) === contentOf(given.value)).toBe(true);
	});

	it.each([
		[{ 'person.birthDate': '1985-07-XX' }],
		[{ 'person.birthDate': '1985-XX-XX' }],
		[{ 'person.nationalNumber': '85473003317' }],
		[{ 'person.nationalities': ['XXA'] }],
		[{ 'person.nationalities': ['XXX', 'TUR'] }],
		[{ 'person.nationalities': ['XKX'] }],
		[{ 'person.languages': [] }],
		[{ 'person.languages': ['so', 'rif-Latn'] }],
		[{ 'registration.permit': null }],
		[{ 'registration.register': 'waiting' }],
		[{ 'registration.register': 'population', 'registration.first': false }],
		[{ recordedOn: '2199-01-01' }],
		[{ 'person.familyName': 'O' }],
		[{ 'person.familyName': 'A'.repeat(200), 'person.address.street': 'é'.repeat(200) }],
		[{ 'person.familyName': '\u202bالحداد\u202c' }],
		[{ 'person.familyName': '𠮷田' }],
		[{ 'person.unheardOf': { deep: [1] }, extra: 'field' }],
		[{ facts: [{ kind: 'family_of_eu_citizen', ...family }, { kind: 'belgian_diploma' }] }],
		[{ facts: [{ kind: 'family_of_belgian', ...family, registeredIn: 'DNK', usedFreeMovement: true }] }],
		[{ facts: [{ kind: 'eu_long_term_resident', memberState: 'FRA' }] }],
		[{ facts: [{ kind: 'integration_certificate', issuer: 'BE-VLG' }] }],
	])('takes %j', (changes) => expect(codesOf(line(changes))).toEqual([]));

	it('may end with a carriage return, begin with a byte order mark, and order its fields freely', () => {
		const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line())).reverse()));
		const contents = [line(), `${line()}\r`, `\ufeff${line()}`, ` ${line()} `, reordered].map((text) => {
			const read = readRegisterLine(bytes(text));
			return read.ok ? contentOf(read.value) : read.codes;
		});
		expect(new Set(contents).size).toBe(1);
	});
});

describe('a faulty line', () => {
	it.each([
		...[
			'eventId',
			'person.familyName',
			'person.givenNames',
			'person.address.street',
			'person.address.number',
		],
		...['person.address.box', 'person.address.postcode', 'registration.permit.card'],
	])('has a text in %s that is longer than any of a register', (path) =>
		expect(codesOf(line({ [path]: 'A'.repeat(201) }))).toEqual(['unknown_value']),
	);

	it.each([
		[''],
		['{'],
		[line().slice(0, 120)],
		['[]'],
		['null'],
		['"text"'],
		['42'],
		[`${line()}${line()}`],
		[`${line()},`],
		[line().replace('Omar', 'Om\0ar')],
		['['.repeat(200_000)],
	])('that is no JSON object is broken: %.30j', (text) => expect(codesOf(text)).toEqual(['broken_line']));

	it('that is not UTF-8 is broken, and its name is not changed', () => {
		const latin1 = Uint8Array.from(line({ 'person.givenNames': 'Ève' }), (c) => c.charCodeAt(0));
		expect(codesOf(latin1)).toEqual(['broken_line']);
	});

	it.each([
		['eventId'],
		['recordedOn'],
		['commune'],
		['person'],
		['person.birthDate'],
		['person.nationalities'],
		['registration'],
		['registration.register'],
		['registration.first'],
		['registration.firstRegisteredOn'],
		['registration.permit.card'],
		['registration.permit.validFrom'],
		['facts'],
	])('misses %s', (path) => {
		expect(codesOf(line({ [path]: undefined }))).toEqual(['missing_field']);
		expect(codesOf(line({ [path]: null }))).toEqual(['missing_field']);
	});

	it('must say that there is no title', () =>
		expect(codesOf(line({ 'registration.permit': undefined }))).toEqual(['missing_field']));

	it.each([
		['missing_field', { eventId: '' }],
		['missing_field', { 'person.nationalities': [] }],
		['missing_field', { facts: [{ relation: 'spouse' }] }],
		['missing_field', { facts: [{ kind: 'family_of_belgian', ...family }] }],
		['missing_field', { facts: [{ kind: 'eu_long_term_resident' }] }],
		['unknown_value', { eventId: 7 }],
		['unknown_value', { eventId: 'x'.repeat(201) }],
		['unknown_value', { 'registration.register': 'Foreigners' }],
		['unknown_value', { 'registration.register': '' }],
		['unknown_value', { 'registration.first': 'true' }],
		['unknown_value', { 'registration.permit': 'A' }],
		['unknown_value', { 'registration.permit.reason': 'health' }],
		['unknown_value', { 'person.sex': 'Z' }],
		['unknown_value', { 'person.nationalities': ['SY'] }],
		['unknown_value', { 'person.nationalities': ['syr'] }],
		['unknown_value', { 'person.nationalities': ['ZZZ'] }],
		['unknown_value', { 'person.nationalities': 'SYR' }],
		['unknown_value', { 'person.languages': 'ar' }],
		['unknown_value', { 'person.languages': [7] }],
		['unknown_value', { 'person.familyName': 7 }],
		['unknown_value', { 'person.familyName': 'A\0B' }],
		['unknown_value', { 'person.familyName': 'A\ud800B' }],
		['unknown_value', { 'person.address': 'Rue des Palais 10' }],
		['unknown_value', { 'person.address': [] }],
		['unknown_value', { facts: {} }],
		['unknown_value', { facts: [{ kind: 'religion' }] }],
		['unknown_value', { facts: ['belgian_diploma'] }],
		['unknown_value', { facts: [{ kind: 'family_of_eu_citizen', ...family, relation: 'cousin' }] }],
		['unknown_value', { facts: [{ kind: 'family_of_eu_citizen', ...family, dependent: 'no' }] }],
		['unknown_value', { facts: [{ kind: 'family_of_eu_citizen', ...family, registeredIn: 'Denmark' }] }],
		['unknown_value', { facts: [{ kind: 'eu_long_term_resident', memberState: 'XX' }] }],
		['wrong_date', { recordedOn: '2026-02-30' }],
		['wrong_date', { recordedOn: '14/03/2026' }],
		['wrong_date', { recordedOn: 20260314 }],
		['wrong_date', { recordedOn: '' }],
		['wrong_date', { 'person.birthDate': '1985-13-XX' }],
		['wrong_date', { 'person.birthDate': '1985-XX-30' }],
		['wrong_date', { 'person.birthDate': 'XXXX-XX-XX', 'person.nationalNumber': null }],
		['wrong_date', { 'person.birthDate': '1985-02-29' }],
		['wrong_date', { 'registration.firstRegisteredOn': '2026-XX-XX' }],
		['wrong_date', { 'registration.permit.validUntil': '2027-02-29' }],
		['wrong_date', { 'registration.permit.validFrom': 'soon' }],
		['wrong_date', { legalStaySince: '' }],
		['wrong_check_number', { 'person.nationalNumber': '85073003329' }],
		['wrong_check_number', { 'person.nationalNumber': '' }],
		['wrong_check_number', { 'person.nationalNumber': 85073003328 }],
		['wrong_check_number', { 'person.birthDate': '2005-07-30' }],
		['unknown_commune', { commune: '21020' }],
		['unknown_commune', { commune: '11002' }],
		['unknown_commune', { commune: 21015 }],
		['unknown_commune', { commune: '' }],
		['no_name', { 'person.familyName': null, 'person.givenNames': undefined }],
		['no_name', { 'person.familyName': ' ', 'person.givenNames': '' }],
	])('%s: %j', (code, changes) => expect(codesOf(line(changes))).toEqual([code]));

	it('says everything that is wrong, each once, in one order, with the id where there is one', () => {
		const read = readRegisterLine(
			bytes(
				line({
					commune: '99999',
					recordedOn: '2026-02-30',
					legalStaySince: 'x',
					'person.nationalNumber': '85073003329',
					'person.familyName': null,
					'person.givenNames': null,
					'registration.register': 'x',
					'registration.first': null,
				}),
			),
		);
		expect(read).toEqual({
			ok: false,
			reason: 'quarantined',
			eventId: '0190f5c2-7c1e-7d7a-9a52-0d5c8f1e2a01',
			codes: [
				'missing_field',
				'unknown_value',
				'wrong_date',
				'wrong_check_number',
				'unknown_commune',
				'no_name',
			],
		});
	});

	it.each([['{}'], [line({ eventId: 7 })], ['{"eventId":"\\ud800"}']])('has no id: %s', (text) => {
		const read = readRegisterLine(bytes(text));
		expect(!read.ok && read.eventId).toBe(null);
	});

	it('checks the number in both centuries when the year of birth is not readable', () => {
		expect(codesOf(line({ 'person.birthDate': '30-07-1985' }))).toEqual(['wrong_date']);
		expect(codesOf(line({ 'person.birthDate': null }))).toEqual(['missing_field']);
		expect(codesOf(line({ 'person.birthDate': null, 'person.nationalNumber': '85073003329' }))).toEqual([
			'missing_field',
			'wrong_check_number',
		]);
	});
});

it('answers to whatever bytes, and never throws', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
			expect(readRegisterLine(any).ok).toBe(false);
		}),
	);
	fc.assert(
		fc.property(fc.json(), (any) => {
			const read = readRegisterLine(bytes(any));
			expect(!read.ok && read.codes.length).toBeGreaterThan(0);
		}),
	);
	fc.assert(
		fc.property(
			fc.constantFrom(
				'person',
				'registration',
				'facts',
				'commune',
				'person.birthDate',
				'registration.permit',
			),
			fc.jsonValue(),
			(path, value) => {
				const read = readRegisterLine(bytes(line({ [path]: value })));
				expect(read.ok ? 'read' : read.codes).not.toEqual([]);
			},
		),
	);
});

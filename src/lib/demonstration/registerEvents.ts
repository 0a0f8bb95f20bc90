import { communes } from '../domain/communes.ts';
import { addDays, addMonths, addYears } from '../domain/dates.ts';
import type { DecisionReason, Outcome } from '../domain/decision.ts';
import { checkNumber } from '../domain/nationalNumber.ts';
import type { PersonFacts, RegisterEvent } from '../domain/registerEvent.ts';
import { europeanOrigins, origins, type Origin } from './origins.ts';
import { between, chance, pick, type Random } from './random.ts';
import { reasonFor, recipes, usualOutcome } from './recipes.ts';

type Partly<Value> = Value extends readonly unknown[]
	? Value
	: Value extends object
		? { [Key in keyof Value]?: Partly<Value[Key]> }
		: Value;

/** What an invented event should be; everything left out is chosen by chance. */
export type EventWish = {
	outcome?: Outcome;
	/** The reason of the decision that its facts should give; goes with `outcome`. */
	reason?: DecisionReason;
	/** A person who speaks this language first. */
	language?: string;
	commune?: string;
	firstRegisteredOn?: string;
	/** How often the national number is left out, 0 to 1. */
	withoutNumber?: number;
};

/** Takes changes and returns the register event of one obliged person with these changes: the plain case of a test. */
export function registerEvent(changes: Partly<RegisterEvent> = {}): RegisterEvent {
	const plain: RegisterEvent = {
		eventId: '0190f5c2-7c1e-7d7a-9a52-0d5c8f1e2a01',
		recordedOn: '2026-03-14',
		commune: '21015',
		person: {
			nationalNumber: '85073003328',
			familyName: 'Haddad',
			givenNames: 'Omar',
			birthDate: '1985-07-30',
			sex: 'M',
			nationalities: ['SYR'],
			languages: ['ar'],
			address: { street: 'Rue des Palais', number: '10', box: null, postcode: '1030' },
		},
		registration: {
			register: 'foreigners',
			first: true,
			firstRegisteredOn: '2026-03-10',
			permit: { card: 'A', reason: null, validFrom: '2026-03-10', validUntil: '2027-03-09' },
		},
		legalStaySince: '2025-11-02',
		facts: [],
	};
	return merge(plain, changes) as RegisterEvent;
}

/** Takes a source of chance and a wish, and returns the register event of an invented person that fulfils it. */
export function inventEvent(random: Random, wish: EventWish = {}): RegisterEvent {
	const reason = wish.reason ?? reasonFor(random, wish.outcome ?? usualOutcome(random));
	const on = wish.firstRegisteredOn ?? addDays('2025-10-01', between(random, 0, 420));
	const commune = communes.find((each) => each.nis === wish.commune) ?? pick(random, communes);
	const person = inventPerson(
		random,
		originFor(random, reason, wish.language),
		on,
		commune.postcodes[0] ?? '1000',
	);
	const event: RegisterEvent = {
		eventId: inventId(random),
		recordedOn: addDays(on, between(random, 0, 6)),
		commune: commune.nis,
		person,
		registration: {
			register: 'foreigners',
			first: true,
			firstRegisteredOn: on,
			permit: { card: 'A', reason: null, validFrom: on, validUntil: addDays(addYears(on, 1), -1) },
		},
		legalStaySince: addDays(on, -between(random, 10, 900)),
		facts: [],
	};
	const made = reason ? recipes[reason](event, random) : event;
	return withNumber(random, made, wish.withoutNumber ?? 0.02);
}

/** Takes a source of chance and how many, and yields so many events, spread over outcomes as a real file is. */
export function* inventEvents(random: Random, count: number, wish: EventWish = {}): Generator<RegisterEvent> {
	for (let index = 0; index < count; index++) {
		yield inventEvent(random, wish);
	}
}

/** Takes an event and returns its line of a register file, without a line feed. */
export function lineOf(event: RegisterEvent): string {
	return JSON.stringify(event);
}

/** Takes a birth date, possibly incomplete, and sex, and returns an invented national number that passes the check. */
export function inventNationalNumber(random: Random, birthDate: string, sex: 'F' | 'M'): string {
	const born = birthDate.replaceAll('XX', '00').replaceAll('-', '').slice(2);
	const counter = between(random, 0, 498) * 2 + (sex === 'M' ? 1 : 2);
	const nine = `${born}${String(counter).padStart(3, '0')}`;
	const check = checkNumber(
		Number(birthDate.slice(0, 4)) < 2000 ? Number(nine) : 2_000_000_000 + Number(nine),
	);
	return `${nine}${String(check).padStart(2, '0')}`;
}

function inventPerson(random: Random, from: Origin, on: string, postcode: string): PersonFacts {
	const sex = chance(random, 0.55) ? 'F' : 'M';
	const oneName = chance(random, 0.02);
	return {
		nationalNumber: null,
		familyName: oneName ? null : pick(random, from.family),
		givenNames: pick(random, sex === 'F' ? from.women : from.men),
		birthDate: addDays(addMonths(on, -between(random, 19 * 12, 58 * 12)), -between(random, 0, 27)),
		sex,
		nationalities: [from.nationality],
		languages: [...from.languages],
		address: {
			street: pick(random, streets),
			number: String(between(random, 1, 299)),
			box: chance(random, 0.3) ? `b${between(random, 1, 20)}` : null,
			postcode,
		},
	};
}

function originFor(random: Random, reason: DecisionReason | null, language?: string): Origin {
	const from = (candidates: readonly Origin[]) => {
		const speaking = candidates.filter((each) => each.languages[0] === language);
		return pick(random, speaking.length > 0 ? speaking : candidates);
	};
	if (reason === 'eu_eea_swiss_national') return from(europeanOrigins);
	return from(origins.filter((each) => (each.nationality === 'TUR') === (reason === 'turkish_national')));
}

function withNumber(random: Random, event: RegisterEvent, withoutNumber: number): RegisterEvent {
	if (chance(random, withoutNumber)) return event;
	const { birthDate, sex } = event.person;
	const nationalNumber = inventNationalNumber(random, birthDate, sex === 'M' ? 'M' : 'F');
	return { ...event, person: { ...event.person, nationalNumber } };
}

/** The shape of a UUID version 7, as the register's own ids have. */
function inventId(random: Random): string {
	const hex = (length: number) =>
		Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
	return `0190${hex(4)}-${hex(4)}-7${hex(3)}-${pick(random, ['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
}

function merge(plain: unknown, changes: unknown): unknown {
	if (!isRecord(plain) || !isRecord(changes)) return changes === undefined ? plain : changes;
	const keys = new Set([...Object.keys(plain), ...Object.keys(changes)]);
	return Object.fromEntries([...keys].map((key) => [key, merge(plain[key], changes[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const streets = [
	'Rue de Brabant',
	'Chaussée de Gand',
	'Steenweg op Ninove',
	'Boulevard du Jubilé',
	'Rue de l’Église',
	'Avenue de la Couronne',
	'Place Bockstael',
	'Rue Haute',
	'Chaussée de Haecht',
	'Lakensestraat',
];

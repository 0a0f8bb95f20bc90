import * as v from 'valibot';
import { isNationalNumber } from './nationalNumber.ts';
import { quarantineCodes, registerEvent, type QuarantineCode } from './registerEventSchema.ts';
import { refuse, ok, type Result } from './result.ts';

/** What is refused of a line: all its codes, each once, and the event's id where it could be read. */
export type Quarantine = { codes: QuarantineCode[]; eventId: string | null };

/** One event of a register file (halte-intake/1). What was left out of the line is null. */
export type RegisterEvent = v.InferOutput<typeof registerEvent>;
export type PersonFacts = RegisterEvent['person'];
export type Permit = NonNullable<RegisterEvent['registration']['permit']>;
export type Fact = RegisterEvent['facts'][number];
export type FamilyFact = Extract<Fact, { relation: string }>;

/**
 * Takes the bytes of one line of a register file, without its line feed, and returns its event, or refuses it
 * with every quarantine code that applies. Whether the same id came before with other content is not seen here.
 */
export function readRegisterLine(line: Uint8Array): Result<RegisterEvent, 'quarantined', Quarantine> {
	const value = parseLine(line);
	if (!isObject(value)) return putAside(new Set(['broken_line']), null);
	const parsed = v.safeParse(registerEvent, value, { abortPipeEarly: true });
	const codes = new Set<string>([
		...(parsed.issues ?? []).map((issue) => issue.message),
		...(isObject(value.person) ? personFaults(value.person) : []),
	]);
	if (parsed.success && codes.size === 0) return ok(parsed.output);
	return putAside(codes, idOf(value.eventId));
}

/**
 * Takes an event and returns its content as one text: two lines say the same exactly when these texts are
 * equal, whatever their spaces, the order of their fields, or nulls written or left out.
 */
export function contentOf(event: RegisterEvent): string {
	// The schema writes the fields in its own order. A field added to it changes the content of old lines.
	return JSON.stringify(event);
}

function putAside(codes: Set<string>, eventId: string | null) {
	return refuse('quarantined', { codes: quarantineCodes.filter((code) => codes.has(code)), eventId });
}

/** Faults that show only when two fields are read together, found also where other fields are wrong. */
function personFaults(raw: Record<string, unknown>): QuarantineCode[] {
	const faults: QuarantineCode[] = [];
	const { nationalNumber, birthDate } = raw;
	const year = typeof birthDate === 'string' && /^\d{4}-/.test(birthDate) ? birthDate : undefined;
	if (typeof nationalNumber === 'string' && !isNationalNumber(nationalNumber, year)) {
		faults.push('wrong_check_number');
	}
	if (isBlank(raw.familyName) && isBlank(raw.givenNames)) faults.push('no_name');
	return faults;
}

/** Bytes that are not UTF-8 must not turn silently into question marks in somebody's name. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseLine(line: Uint8Array): unknown {
	try {
		return JSON.parse(utf8.decode(line));
	} catch {
		return undefined;
	}
}

function idOf(value: unknown): string | null {
	const parsed = v.safeParse(registerEvent.entries.eventId, value);
	return parsed.success ? parsed.output : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBlank(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

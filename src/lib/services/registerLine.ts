import { decide, type Decision } from '#lib/domain/decision.ts';
import { contentOf, readRegisterLine, type RegisterEvent } from '#lib/domain/registerEvent.ts';
import type { QuarantineCode } from '#lib/domain/registerEventSchema.ts';
import type { Rules } from '#lib/domain/rules/rules.ts';
import { numberHashOf } from './personHashes.ts';
import type { Vault } from './ports.ts';

/** One line of a register file, without its end, and its number from 1. */
export type RegisterLine = { number: number; bytes: Uint8Array };

/** A line that holds an event, decided, with the keyed hashes that recognise it. */
export type EventLine = RegisterLine & {
	event: RegisterEvent;
	decision: Decision;
	eventHash: Uint8Array;
	contentHash: Uint8Array;
	numberHash: Uint8Array | null;
};

/** A line that cannot be taken in, with every reason why. */
export type FaultyLine = RegisterLine & {
	codes: readonly QuarantineCode[];
	eventId: string | null;
	eventHash: Uint8Array | null;
};

/** Takes a line, reads and decides it by the rules; what cannot be taken in comes back with its codes. */
export function readLine(vault: Vault, rules: Rules, line: RegisterLine): EventLine | FaultyLine {
	const read = readRegisterLine(line.bytes);
	if (!read.ok) {
		const { codes, eventId } = read;
		return { ...line, codes, eventId, eventHash: eventId === null ? null : eventHashOf(vault, eventId) };
	}
	const { nationalNumber } = read.value.person;
	return {
		...line,
		event: read.value,
		decision: decide(read.value, rules),
		eventHash: eventHashOf(vault, read.value.eventId),
		contentHash: vault.hash('event-content', contentOf(read.value)),
		numberHash: nationalNumber === null ? null : numberHashOf(vault, nationalNumber),
	};
}

const eventHashOf = (vault: Vault, eventId: string): Uint8Array => vault.hash('event-id', eventId);

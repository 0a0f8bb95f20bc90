import type { Decision } from '#lib/domain/decision.ts';
import type { QuarantineCode } from '#lib/domain/registerEventSchema.ts';
import type { Rules } from '#lib/domain/rules/rules.ts';
import { addToDraft, openDraft, sealDraft, type Draft } from './draftDossier.ts';
import { keyOf } from './hashKey.ts';
import { meetNamesakes, renamed, type Namesakes } from './namesakes.ts';
import { nameHashOf } from './personHashes.ts';
import type { Intake, IntakeTask, QuarantinedLine, TakenInEvent } from './ports/intake.ts';
import type { JournalLine } from './ports/journal.ts';
import type { Actor, Vault } from './ports.ts';
import type { EventLine, FaultyLine } from './registerLine.ts';

/** What came of one line. A duplicate has the decision that was taken when it came first. */
export type LineAnswer =
	| {
			kind: 'accepted' | 'duplicate';
			eventId: string;
			dossier: string | null;
			decision: Decision;
			possibleDuplicate: boolean;
	  }
	| { kind: 'quarantined'; line: number; eventId: string | null; codes: readonly QuarantineCode[] };

/** What a batch needs beside its lines. */
export type BatchContext = { intake: Intake; vault: Vault; rules: Rules; actor: Actor };

/** What is known while a batch is taken in: what the database holds, and what the lines so far add to it. */
type Ledger = BatchContext & {
	known: Map<string, TakenInEvent>;
	byNumber: Map<string, Draft>;
	byName: Namesakes;
	drafts: Draft[];
	events: TakenInEvent[];
	tasks: IntakeTask[];
	quarantined: QuarantinedLine[];
	journal: JournalLine[];
};

/**
 * Takes read lines in and returns an answer for each, in their order, and the journal of them. Runs inside one
 * transaction, so that either all of the batch is there afterwards or nothing of it.
 */
export async function takeInBatch(
	context: BatchContext,
	lines: readonly (EventLine | FaultyLine)[],
	at: Date,
): Promise<{ answers: LineAnswer[]; journal: JournalLine[] }> {
	await context.intake.lock();
	const ledger = await openLedger(context, lines);
	const answers = lines.map((line) =>
		'event' in line ? takeIn(ledger, line) : putAside(ledger, line, line.eventId, line.codes),
	);
	const dossiers = ledger.drafts
		.filter((draft) => draft.changed)
		.map((draft) => sealDraft(context.vault, draft));
	await context.intake.write({ ...ledger, dossiers }, at);
	return { answers, journal: ledger.journal };
}

async function openLedger(
	context: BatchContext,
	lines: readonly (EventLine | FaultyLine)[],
): Promise<Ledger> {
	const { intake, vault } = context;
	const eventLines = lines.filter((line) => 'event' in line);
	const known = await intake.eventsBy(eventLines.map((line) => line.eventHash));
	const drafts = (
		await intake.dossiersByNumber(eventLines.flatMap(({ numberHash }) => numberHash ?? []))
	).map((dossier): Draft => ({ ...dossier, newPerson: null, changed: false }));
	const named = await intake.dossiersByName(
		eventLines.filter(opensDossier).map(({ event }) => nameHashOf(vault, event.person, event.commune)),
	);
	return {
		...context,
		known: new Map(known.map((each) => [keyOf(each.eventHash), each])),
		byNumber: new Map(drafts.map((draft) => [keyOf(draft.numberHash), draft])),
		byName: Map.groupBy(named, (each) => keyOf(each.nameHash)),
		drafts,
		events: [],
		tasks: [],
		quarantined: [],
		journal: [],
	};
}

function takeIn(ledger: Ledger, line: EventLine): LineAnswer {
	const known = ledger.known.get(keyOf(line.eventHash));
	if (known && keyOf(known.contentHash) !== keyOf(line.contentHash)) {
		return putAside(ledger, line, line.event.eventId, ['same_id_other_content']);
	}
	const { eventId } = line.event;
	if (known) {
		// Of someone who is not concerned only the outcome stayed: the same content gives the same decision.
		const decision = known.decision ?? line.decision;
		return { kind: 'duplicate', eventId, dossier: known.dossier, decision, possibleDuplicate: false };
	}
	const { dossier, possibleDuplicate } = toDossier(ledger, line);
	keepEvent(ledger, line, dossier);
	return { kind: 'accepted', eventId, dossier, decision: line.decision, possibleDuplicate };
}

function toDossier(ledger: Ledger, line: EventLine): { dossier: string | null; possibleDuplicate: boolean } {
	const existing = line.numberHash && ledger.byNumber.get(keyOf(line.numberHash));
	if (existing) {
		addToDossier(ledger, existing, line);
		return { dossier: existing.id, possibleDuplicate: false };
	}
	if (!opensDossier(line)) return { dossier: null, possibleDuplicate: false };
	const draft = openDraft(ledger.vault, line);
	const possibleDuplicate = compareWithNamesakes(ledger, draft);
	ledger.drafts.push(draft);
	if (draft.numberHash) ledger.byNumber.set(keyOf(draft.numberHash), draft);
	write(ledger, 'proposal_made', draft.id, line);
	return { dossier: draft.id, possibleDuplicate };
}

function addToDossier(ledger: Ledger, draft: Draft, line: EventLine): void {
	const before = draft.nameHash;
	const { replacesProposal, conflicts, moved } = addToDraft(ledger.vault, ledger.rules, draft, line);
	renamed(ledger.byName, draft, before);
	const task = (kind: IntakeTask['kind'], codes: readonly string[]) =>
		ledger.tasks.push({ kind, dossier: draft.id, other: null, codes });
	if (conflicts.length > 0) task('conflicting_event', conflicts);
	if (moved) task('commune_changed', [line.event.commune]);
	write(ledger, replacesProposal ? 'proposal_replaced' : 'event_added', draft.id, line);
}

/** Two dossiers of one name, birth date and commune are one person only where a number is missing. */
function compareWithNamesakes(ledger: Ledger, draft: Draft): boolean {
	const alike = meetNamesakes(ledger.byName, draft);
	for (const other of alike) {
		ledger.tasks.push({ kind: 'possible_duplicate', dossier: draft.id, other: other.id, codes: [] });
	}
	return alike.length > 0;
}

function keepEvent(ledger: Ledger, line: EventLine, dossier: string | null): void {
	const kept: TakenInEvent = {
		eventHash: line.eventHash,
		contentHash: line.contentHash,
		recordedOn: line.event.recordedOn,
		commune: line.event.commune,
		outcome: line.decision.outcome,
		decision: dossier === null ? null : line.decision,
		dossier,
	};
	ledger.known.set(keyOf(line.eventHash), kept);
	ledger.events.push(kept);
}

function putAside(
	ledger: Ledger,
	{ number, bytes, eventHash }: EventLine | FaultyLine,
	eventId: string | null,
	codes: readonly QuarantineCode[],
): LineAnswer {
	ledger.quarantined.push({
		lineHash: ledger.vault.hash('register-line', Buffer.from(bytes).toString('latin1')),
		line: ledger.vault.seal(bytes, 'register-line'),
		lineNumber: number,
		eventHash,
		codes,
	});
	return { kind: 'quarantined', line: number, eventId, codes };
}

function write(ledger: Ledger, action: string, dossier: string, { decision }: EventLine): void {
	ledger.journal.push({ actor: ledger.actor, action, dossier, codes: { outcome: decision.outcome } });
}

/** Everybody who is obliged, to be reviewed, or exempt inside the group; of others nothing personal is kept. */
const opensDossier = ({ decision }: EventLine): boolean => decision.outcome !== 'not_concerned';

import { communes } from './communes.ts';
import { isCalendarDate } from './dates.ts';
import type { CalendarDate } from './dates.ts';
import { readEmailAddress } from './emailAddress.ts';
import { isKnownLanguage } from './languageTag.ts';
import { officeKinds } from './office.ts';
import type { Office, OfficeKind } from './office.ts';
import { readOpeningHours } from './openingHours.ts';
import { readPhoneNumber } from './phoneNumber.ts';
import { ok, refuse } from './result.ts';
import type { Result } from './result.ts';

/** The columns of the offices file, in its order. */
export const officeColumns = [
	'id',
	'kind',
	'name_fr',
	'name_nl',
	'commune',
	'street',
	'number',
	'postcode',
	'phone',
	'email',
	'post_address',
	'hours',
	'languages',
	'step_free',
	'last_checked',
] as const;
/** The name of one column. */
export type OfficeColumn = (typeof officeColumns)[number];

/** What is wrong in one cell. */
export type CellFault = { column: OfficeColumn; reason: string };

/** Other words in use for a kind. */
const kindWords: Record<string, OfficeKind> = {
	gemeente: 'commune',
	municipality: 'commune',
	bapa: 'reception_office',
	bon: 'reception_office',
	bureau_d_accueil: 'reception_office',
	onthaalbureau: 'reception_office',
	ocmw: 'cpas',
	welfare_centre: 'cpas',
	provider: 'course_provider',
	language_provider: 'course_provider',
	huis_van_het_nederlands: 'language_house',
};

const yes = ['yes', 'y', 'true', '1', 'oui', 'ja'];
const no = ['no', 'n', 'false', '0', 'non', 'nee'];

/** Takes one row of the offices file by column, and today, and returns the office, or refuses with every fault of the row. */
export function readOfficeRow(
	cells: Partial<Record<string, string>>,
	today: CalendarDate,
): Result<Office, 'row_refused', { faults: CellFault[] }> {
	const faults: CellFault[] = [];
	const cell = (column: OfficeColumn) => (cells[column] ?? '').trim();
	const fault = (column: OfficeColumn, reason: string) => {
		faults.push({ column, reason });
		return null;
	};

	for (const column of officeColumns) {
		if (cell(column).length > 1000) fault(column, 'too_long');
		// Marks that turn the direction of what follows them have no place in a name.
		if (/[\u202A-\u202E\u2066-\u2069]/.test(cell(column))) fault(column, 'control_character');
	}

	const optional = <Value>(column: OfficeColumn, read: (text: string) => Value | null): Value | null =>
		cell(column) === '' ? null : read(cell(column));
	const reasoned =
		<Value>(column: OfficeColumn, read: (text: string) => Result<Value, string>) =>
		(text: string): Value | null => {
			const answer = read(text);
			return answer.ok ? answer.value : fault(column, answer.reason);
		};

	const id = cell('id');
	if (id === '') fault('id', 'missing');
	else if (!/^[\w][\w.-]{0,63}$/.test(id)) fault('id', 'wrong_id');
	if (cell('kind') === '') fault('kind', 'missing');
	if (cell('name_fr') === '' && cell('name_nl') === '') fault('name_fr', 'missing');

	const office: Office = {
		id,
		kind: kindNamed(cell('kind')),
		nameFr: cell('name_fr') || cell('name_nl'),
		nameNl: cell('name_nl') || cell('name_fr'),
		commune: optional('commune', (text) => communeNamed(text) ?? fault('commune', 'unknown_commune')),
		street: cell('street') || null,
		number: cell('number') || null,
		postcode: optional('postcode', (text) =>
			/^[1-9]\d{3}$/.test(text) ? text : fault('postcode', 'wrong_postcode'),
		),
		phone: optional('phone', reasoned('phone', readPhoneNumber)),
		email: optional('email', reasoned('email', readEmailAddress)),
		postAddress: cell('post_address') || null,
		hours: optional('hours', (text) => {
			const read = readOpeningHours(text);
			return read.ok ? text : fault('hours', read.reason);
		}),
		languages: [
			...new Set(
				cell('languages')
					.toLowerCase()
					.split(/[\s,;|/+]+/)
					.filter(Boolean),
			),
		],
		stepFree: optional('step_free', (text) => {
			if (yes.includes(text.toLowerCase())) return true;
			return no.includes(text.toLowerCase()) ? false : fault('step_free', 'neither_yes_nor_no');
		}),
		lastChecked: optional('last_checked', (text) => {
			if (!isCalendarDate(text)) return fault('last_checked', 'wrong_date');
			return text > today ? fault('last_checked', 'future_date') : text;
		}),
	};

	if (!office.languages.every(isKnownLanguage)) fault('languages', 'unknown_language');

	const inOrder = officeColumns.flatMap((column) => faults.filter((each) => each.column === column));
	return faults.length > 0 ? refuse('row_refused', { faults: inOrder }) : ok(office);
}

/** A kind that Halte has no word for is listed among the others: the place exists all the same. */
function kindNamed(text: string): OfficeKind {
	const word = text.toLowerCase().replace(/[^\p{L}\d]+/gu, '_');
	return officeKinds.find((kind) => kind === word) ?? kindWords[word] ?? 'other';
}

/** A commune by its NIS code or by its name in French or Dutch, whatever its accents and capitals. */
function communeNamed(text: string): string | null {
	const plain = (name: string) =>
		name
			.normalize('NFD')
			.replace(/[^\p{L}\d]/gu, '')
			.toLowerCase();
	const asked = plain(text);
	return communes.find(({ nis, fr, nl }) => [nis, fr, nl].some((name) => plain(name) === asked))?.nis ?? null;
}

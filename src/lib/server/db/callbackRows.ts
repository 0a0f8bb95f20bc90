import { getTableColumns } from 'drizzle-orm';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import type { Callback, CallbackAsk } from '#lib/services/ports/callbacks.ts';
import { callback, type callbackAsk } from './schema/help.ts';

const { contactDeletedAt: _deleted, ...kept } = getTableColumns(callback);

/** The columns of a request that leave the database. */
export const callbackColumns = kept;

type Windowed = { windowStart: Date; windowEnd: Date };

/** Takes a row with the two instants of a window and returns it with the window as one. */
const withWindow = <Row extends Windowed>({ windowStart: start, windowEnd: end, ...row }: Row) => ({
	...row,
	window: { start, end },
});

/** Takes what has a window and returns it with the two instants as columns of their own. */
export const toRow = <Facts extends { window: CallbackWindow }>({ window, ...facts }: Facts) => ({
	...facts,
	windowStart: window.start,
	windowEnd: window.end,
});

/** Takes some facts, of which a window may be one, and returns them as columns. */
export const asColumns = <Facts extends { window?: CallbackWindow }>({ window, ...facts }: Facts) =>
	window ? toRow({ ...facts, window }) : facts;

/** Takes a row of the table and returns the request. */
export const callbackOf = (row: Omit<typeof callback.$inferSelect, 'contactDeletedAt'>): Callback =>
	withWindow(row) as Callback;

/** Takes a row of the table and returns the time of asking. */
export const askOf = (row: typeof callbackAsk.$inferSelect): CallbackAsk => withWindow(row);

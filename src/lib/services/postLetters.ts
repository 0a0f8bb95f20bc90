import { isCalendarDate } from '#lib/domain/dates.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './ports.ts';

/**
 * Notes that the letters written on a day (Brussels) were printed and posted: until then they are only on their way out
 * of the house, and the person reads so. Says how many; those noted before are not noted again. Refuses `wrong_date`.
 */
export const postLetters = async (
	{ store, now }: Pick<Deps, 'store' | 'now'>,
	_actor: Actor,
	{ day }: { day: string },
): Promise<Result<{ posted: number }, 'wrong_date'>> => {
	if (!isCalendarDate(day)) return refuse('wrong_date');
	return ok({ posted: await store.transact((tx) => tx.messages.post(day, now())) });
};

import type { PartialDate } from './dates.ts';

/**
 * Takes the birth date that someone typed and the one in the register, either with unknown parts, and says whether
 * they can be the same person's.
 *
 * The year always agrees. A part the register does not know agrees with anything. A part the person does not know
 * agrees with what the register does not know either, and with the stand-in that registers write for it: the first
 * of the month, or 1 January. It agrees with nothing else: otherwise whoever holds somebody's letter would tick "I do
 * not know" and have one year in forty to guess, instead of one day in ten thousand. The residence card shows the date
 * as the register has it, so everybody can read it there.
 */
export function birthDateMatches(typed: PartialDate, register: PartialDate): boolean {
	const [typedYear, typedMonth, typedDay] = typed.split('-');
	const [year, month, day] = register.split('-');
	if (typedYear !== year) return false;
	if (month === 'XX') return true;
	if (typedMonth === 'XX') return month === '01' && (day === 'XX' || day === '01');
	if (typedMonth !== month) return false;
	if (day === 'XX') return true;
	return typedDay === 'XX' ? day === '01' : typedDay === day;
}

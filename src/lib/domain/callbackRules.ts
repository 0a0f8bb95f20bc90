import { readOpeningHours } from './openingHours.ts';
import type { OpeningHours } from './openingHours.ts';

/** Everything that is settled about calls back: when, how many, how often. This file is the one place to change it. */
export type CallbackRules = {
	/** When somebody is there to call. */
	hours: OpeningHours;
	windowMinutes: number;
	/** A window is offered while it is at least so far away: somebody has to see the request first. */
	leadMinutes: number;
	/** Windows are offered over so many days, and beyond while fewer than `fewestOffered` have room. */
	daysAhead: number;
	fewestOffered: number;
	/** How many requests one window takes. */
	capacity: number;
	/** How long an agent holds a request before it returns to the queue. */
	leaseMinutes: number;
	/** After so many tries, each at another hour, an experienced person decides what to do. */
	attempts: number;
	/** Numbers and addresses are deleted so many days after closing. */
	forgetAfterDays: number;
};

/**
 * The rules in use. All of them are a choice of whoever runs Halte, not law: three tries at different hours and a
 * window that the person picks are good practice of contact centres; the evening is for those who work or have lessons.
 */
export const callbackRules: CallbackRules = {
	hours: hours('Mo-Fr 09:00-17:00, Th 17:00-19:00; PH off'),
	windowMinutes: 120,
	leadMinutes: 60,
	daysAhead: 7,
	fewestOffered: 4,
	capacity: 12,
	leaseMinutes: 30,
	attempts: 3,
	forgetAfterDays: 7,
};

function hours(text: string): OpeningHours {
	const read = readOpeningHours(text);
	if (!read.ok) throw new Error(`These hours cannot be read: ${read.reason} at "${read.at}".`);
	return read.value;
}

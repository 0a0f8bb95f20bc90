import { callbackRules } from '#lib/domain/callbackRules.ts';
import type { Fault } from './fault.ts';
import type { InspectedCallback } from './ports/inspections.ts';
import type { Deps } from './ports.ts';

const day = 86_400_000;

/**
 * Looks at every request for a call and returns what does not fit: one that nobody could answer, one that is closed
 * and still held or without an outcome, a contact kept longer than was promised.
 */
export const checkCallbacks = async ({ store, now }: Pick<Deps, 'store' | 'now'>): Promise<Fault[]> => {
	const requests = await store.transact((tx) => tx.inspections.callbacks());
	return requests.flatMap((request) =>
		faultsOf(request, now()).map((code): Fault => ({
			check: 'callbacks',
			code,
			details: { request: request.code },
		})),
	);
};

const faultsOf = (request: InspectedCallback, now: Date): string[] => {
	const { closedAt } = request;
	// The job that forgets runs every hour; a day late is no delay any more.
	const keptUntil = closedAt && closedAt.getTime() + (callbackRules.forgetAfterDays + 1) * day;
	return [
		...(!closedAt && request.way !== 'counter' && !request.hasContact
			? ['open_request_without_contact']
			: []),
		...(!closedAt && request.asks === 0 ? ['open_request_nobody_asks_for'] : []),
		...(closedAt && request.claimedUntil ? ['closed_request_still_held'] : []),
		...(closedAt && !request.outcome ? ['closed_request_without_outcome'] : []),
		...(keptUntil && keptUntil < now.getTime() && !request.contactDeletedAt ? ['contact_kept_too_long'] : []),
	];
};

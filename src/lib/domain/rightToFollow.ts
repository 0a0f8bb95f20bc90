import type { Status } from './status.ts';

/** Why someone cannot be given a seat at all, whatever the session. */
export type NoRight =
	'dossier_closed' | 'pathway_completed' | 'pathway_suspended' | 'age_not_settled' | 'outside_the_group';

/** Takes where a dossier stands and whether its person may follow without an obligation; returns why not, or null. */
export function whyNoRight(status: Status, mayFollowVoluntarily: boolean | null): NoRight | null {
	switch (status) {
		case 'closed':
			return 'dossier_closed';
		case 'completed':
			return 'pathway_completed';
		case 'suspended':
			return 'pathway_suspended';
		case 'running':
		case 'voluntary':
		case 'on_waiting_list':
			return null;
		// A proposal that the commune has still to confirm keeps nobody from a seat: whichever way it is settled, the
		// person has to follow the pathway or may follow it (ordinance of 20 July 2023; an exempt person may, too).
		case 'to_confirm':
			return null;
		case 'review':
		case 'exempt':
		case 'not_concerned':
			if (mayFollowVoluntarily === null) return 'age_not_settled';
			return mayFollowVoluntarily ? null : 'outside_the_group';
	}
}

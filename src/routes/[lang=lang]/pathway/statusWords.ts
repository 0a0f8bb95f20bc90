import type { Status } from '#lib/domain/status.ts';
import { m } from '#lib/paraglide/messages.js';

const leads: Record<Status, () => string> = {
	to_confirm: () => m.pathway_lead_to_confirm(),
	review: () => m.pathway_lead_review(),
	exempt: () => m.pathway_lead_exempt(),
	not_concerned: () => m.pathway_lead_not_concerned(),
	voluntary: () => m.pathway_lead_voluntary(),
	running: () => m.pathway_lead_running(),
	on_waiting_list: () => m.pathway_lead_on_waiting_list(),
	suspended: () => m.pathway_lead_suspended(),
	completed: () => m.pathway_lead_completed(),
	closed: () => m.pathway_lead_closed(),
};

/** What a status means, in one sentence to the person. */
export const leadOf = (status: Status): string => leads[status]();

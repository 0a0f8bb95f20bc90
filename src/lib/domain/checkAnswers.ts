import type { PartialDate } from './dates.ts';

/** The paper of a Brussels commune that somebody says they have. */
export const papers = ['long', 'short', 'waiting_register', 'none', 'unknown'] as const;
export type Paper = (typeof papers)[number];

/** How somebody says they are related to an EU citizen, or to a Belgian. */
export const relations = [
	'none',
	'belgian',
	'spouse',
	'registered_partner',
	'descendant',
	'ascendant',
	'unknown',
] as const;
export type Relation = (typeof relations)[number];

/** What else could matter. Health is never asked. */
export const situations = [
	'student',
	'belgian_diploma',
	'temporary_protection',
	'temporary_stay',
	'withdrawal_agreement',
	'eu_long_term_resident',
	'integration_certificate',
	'none',
	'unknown',
] as const;
export type Situation = (typeof situations)[number];

export type YesNoUnknown = 'yes' | 'no' | 'unknown';

/** What somebody answered who asks "does this concern me?"; null: they do not know. */
export type CheckAnswers = {
	paper: Paper;
	/** The first registration in a Brussels commune with a title of more than 3 months. */
	registeredOn: PartialDate | null;
	birthDate: PartialDate | null;
	legalStaySince: PartialDate | null;
	/** ISO 3166-1 alpha-3, `XXA` stateless, `XXX` unknown; at least one. */
	nationalities: string[];
	relation: Relation;
	/** Where a partnership was registered: alpha-3, `elsewhere` or `unknown`. */
	partnershipIn: string;
	dependent: YesNoUnknown;
	sponsorIsMinor: YesNoUnknown;
	/** Whether a Belgian lived with the person in another country of the EU for more than 3 months. */
	usedFreeMovement: YesNoUnknown;
	situations: Situation[];
};

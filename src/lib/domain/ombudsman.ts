import { readOpeningHours } from './openingHours.ts';
import type { OpeningHours } from './openingHours.ts';
import type { RuleFlag } from './rules/rules.ts';

/** What a complaint can be about. */
export const complaintServices = [
	'commune',
	'cpas',
	'reception_office',
	'course_provider',
	'region',
	'this_site',
	'not_sure',
] as const;
/** The service a complaint is about, as a code. */
export type ComplaintService = (typeof complaintServices)[number];

/** An ombudsman: independent, free of charge, for when the service itself did not answer well. */
export type Ombudsman = {
	id: 'ombuds_bruxelles';
	website: string;
	email: string;
	/** E.164. */
	phone: string;
	hours: OpeningHours;
	address: { street: { fr: string; nl: string }; number: string; postcode: string; commune: '21004' };
	/** What happened may be at most so many years ago. */
	factsUnderYears: number;
};

/**
 * Where a complaint goes after the service itself: to a known ombudsman, or to the service's own, whose address is not
 * known here ("ask the service"). `sure` is C where a source says so, U where only the ombudsman can tell.
 */
export type SecondDoor =
	| {
			kind: 'ombudsman';
			ombudsman: Ombudsman;
			sure: RuleFlag;
			/** The commune is not known, and some have an ombudsman of their own for this service. */
			dependsOnCommune: boolean;
	  }
	| { kind: 'own_ombudsman'; service: 'commune' | 'cpas'; commune: string; sure: RuleFlag };

/**
 * Ombuds Bruxelles, since 1 September 2022 (joint decree and ordinance of 16 May 2019). Source of address, telephone
 * and hours: ombuds.brussels, frequently asked questions, and be.brussels.
 */
export const ombudsBruxelles: Ombudsman = {
	id: 'ombuds_bruxelles',
	website: 'https://ombuds.brussels',
	email: 'plaintes@ombuds.brussels',
	phone: '+3225496700',
	hours: hours('Mo,Th 14:00-17:00; Tu,We,Fr 09:00-12:00; PH off'),
	address: {
		street: { fr: 'Place de la Vieille Halle aux Blés', nl: 'Oud Korenhuis' },
		number: '1',
		postcode: '1000',
		commune: '21004',
	},
	factsUnderYears: 3,
};

/** Those with an ombudsman of their own, who are left out of the competence of Ombuds Bruxelles (ombuds.brussels). */
const withTheirOwn: readonly { service: ComplaintService; commune: string }[] = [
	{ service: 'commune', commune: '21009' },
	{ service: 'cpas', commune: '21009' },
	{ service: 'commune', commune: '21018' },
];

/** Certain by the ombudsman's own words: communes, welfare centres, the Joint Community Commission (Vivalis). */
const surelyCovered: readonly ComplaintService[] = ['commune', 'cpas', 'region'];

/** Takes the service that a complaint is about, and its commune (NIS code) where there is one, and says where to go next. */
export function secondDoor(service: ComplaintService, commune: string | null): SecondDoor {
	const own = withTheirOwn.find((each) => each.service === service && each.commune === commune);
	if (own)
		return {
			kind: 'own_ombudsman',
			service: own.service as 'commune' | 'cpas',
			commune: own.commune,
			sure: 'C',
		};
	return {
		kind: 'ombudsman',
		ombudsman: ombudsBruxelles,
		sure: surelyCovered.includes(service) ? 'C' : 'U',
		dependsOnCommune: commune === null && withTheirOwn.some((each) => each.service === service),
	};
}

function hours(text: string): OpeningHours {
	const read = readOpeningHours(text);
	if (!read.ok) throw new Error(`These hours cannot be read: ${read.reason} at "${read.at}".`);
	return read.value;
}

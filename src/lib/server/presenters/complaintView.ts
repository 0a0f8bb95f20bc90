import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { communeOf } from '#lib/domain/communes.ts';
import type { ComplaintSubject } from '#lib/domain/complaint.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { doorSign } from '#lib/domain/doorSign.ts';
import type { DoorSign } from '#lib/domain/doorSign.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import type { Language } from '#lib/domain/languages.ts';
import { secondDoor } from '#lib/domain/ombudsman.ts';
import type { ComplaintService } from '#lib/domain/ombudsman.ts';
import { weekFrom } from '#lib/domain/openings.ts';
import type { DayListing } from '#lib/domain/openings.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { ComplaintFiled } from '#lib/services/readComplaints.ts';

/** An ombudsman as a page shows it, with its telephone answered now or not. */
export type OmbudsmanView = {
	phone: { dial: string; shown: string };
	email: string;
	website: string;
	street: string;
	place: string;
	placeLanguage: 'fr' | 'nl';
	door: DoorSign;
	week: DayListing[];
	factsUnderYears: number;
	sure: boolean;
};

/** The second door: the ombudsman, or the words that the service has its own, whose address only the service can tell. */
export type SecondDoorView =
	| { kind: 'ombudsman'; ombudsman: OmbudsmanView; dependsOnCommune: boolean }
	| { kind: 'own_ombudsman'; service: 'commune' | 'cpas'; commune: string; nis: string };

/** What the page of a complaint shows to who holds its code: never the words that were written. */
export type ComplaintView = {
	code: string;
	subject: ComplaintSubject;
	service: ComplaintService;
	commune: string | null;
	answerBy: CalendarDate;
	answered: boolean;
	next: SecondDoorView;
};

const nextDoor = (
	service: ComplaintService,
	commune: string | null,
	names: 'fr' | 'nl',
	now: Date,
): SecondDoorView => {
	const door = secondDoor(service, commune);
	if (door.kind === 'own_ombudsman') {
		const { service: its, commune: nis } = door;
		return { kind: door.kind, service: its, commune: communeOf(nis)?.[names] ?? nis, nis };
	}
	const { phone, email, website, address, hours, factsUnderYears } = door.ombudsman;
	return {
		kind: 'ombudsman',
		dependsOnCommune: door.dependsOnCommune,
		ombudsman: {
			...{ email, website, factsUnderYears },
			phone: { dial: phone, shown: showPhoneNumber(phone) },
			street: `${address.street[names]} ${address.number}`,
			place: `${address.postcode} ${communeOf(address.commune)?.[names] ?? ''}`,
			placeLanguage: names,
			door: doorSign(hours, now),
			week: weekFrom(hours, brusselsToday(now)),
			sure: door.sure === 'C',
		},
	};
};

/** Takes a complaint, the reader's language and the present instant and returns what its page shows. */
export const complaintView = (complaint: ComplaintFiled, language: Language, now: Date): ComplaintView => {
	const { code, subject, service, commune, answerBy, answeredAt } = complaint;
	const names = language === 'nl' ? 'nl' : 'fr';
	return {
		...{ subject, service, answerBy },
		code: showFollowCode(code),
		commune: (commune && communeOf(commune)?.[names]) || null,
		answered: answeredAt !== null,
		next: nextDoor(service, commune, names, now),
	};
};

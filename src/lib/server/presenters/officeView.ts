import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import { communeOf } from '#lib/domain/communes.ts';
import type { CalendarDate } from '#lib/domain/dates.ts';
import { doorSign } from '#lib/domain/doorSign.ts';
import type { DoorSign } from '#lib/domain/doorSign.ts';
import type { Language } from '#lib/domain/languages.ts';
import { askBeforeTravel } from '#lib/domain/office.ts';
import type { OfficeKind } from '#lib/domain/office.ts';
import { knownHours } from '#lib/domain/openingHours.ts';
import { weekFrom } from '#lib/domain/openings.ts';
import type { DayListing } from '#lib/domain/openings.ts';
import { showPhoneNumber } from '#lib/domain/phoneNumber.ts';
import type { KeptOffice } from '#lib/services/ports/offices.ts';
import { officeDoor } from './officeDoor.ts';
import { officeName } from './officeName.ts';

/** What a page shows of an office; offices have a French and a Dutch name only. */
export type OfficeView = {
	id: string;
	kind: OfficeKind;
	name: string;
	nameLanguage: 'fr' | 'nl';
	commune: string | null;
	street: string | null;
	place: string | null;
	phone: { dial: string; shown: string } | null;
	email: string | null;
	postAddress: string | null;
	languages: string[];
	stepFree: boolean | null;
	door: DoorSign;
	week: DayListing[];
	lastChecked: CalendarDate | null;
	askBeforeTravel: boolean;
	demonstration: boolean;
};

/** Takes an office, the reader's language and the present instant and returns what a page shows. */
export const officeView = (office: KeptOffice, language: Language, now: Date): OfficeView => {
	const { name, lang: nameLanguage } = officeName(office, language);
	const hours = knownHours(office.hours);
	const today = brusselsToday(now);
	const commune = office.commune === null ? undefined : communeOf(office.commune);
	return {
		id: office.id,
		kind: office.kind,
		name,
		nameLanguage,
		commune: commune?.[nameLanguage] ?? null,
		...officeDoor(office, nameLanguage),
		phone: office.phone === null ? null : { dial: office.phone, shown: showPhoneNumber(office.phone) },
		email: office.email,
		postAddress: office.postAddress,
		languages: office.languages,
		stepFree: office.stepFree,
		door: doorSign(hours, now),
		week: hours ? weekFrom(hours, today) : [],
		lastChecked: office.lastChecked,
		askBeforeTravel: askBeforeTravel(office.lastChecked, today),
		demonstration: office.demonstration,
	};
};

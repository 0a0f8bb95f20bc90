import { communeAt } from '#lib/domain/communes.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { OfferSearch, Wish } from '#lib/domain/offerSearch.ts';
import type { DayPart } from '#lib/domain/sessionTimes.ts';
import { m } from '#lib/paraglide/messages.js';
import { courseKindName, languageName, levelName, weekdayNames } from './courseWords.ts';

const dayPartWords: Record<DayPart, () => string> = {
	morning: () => m.courses_day_part_morning(),
	afternoon: () => m.courses_day_part_afternoon(),
	evening: () => m.courses_day_part_evening(),
	weekend: () => m.courses_day_part_weekend(),
};

/** A part of the day, in the language of this request. */
export const dayPartName = (part: DayPart): string => dayPartWords[part]();

/** A postcode with the commune it is usually taken for: places have a French and a Dutch name only. */
export const placeName = (postcode: string, language: Language): string => {
	const commune = communeAt(postcode);
	if (!commune) return postcode;
	return `${postcode} ${language === 'nl' ? commune.nl : commune.fr}`;
};

type Offices = readonly { id: string; name: string }[];

/** Takes one wish of a search and says it in the language of this request. */
export const wishInWords = (
	search: OfferSearch,
	wish: Wish,
	language: Language,
	offices: Offices,
): string => {
	const { kind, spoken, place, dayPart, days, courseLanguage, level, office } = search;
	switch (wish) {
		case 'kind':
			return kind ? courseKindName(kind) : '';
		case 'spoken':
			return m.courses_languages({ languages: languageName(spoken ?? '', language) });
		case 'place':
			return (place ?? []).map((postcode) => placeName(postcode, language)).join(', ');
		case 'dayPart':
			return dayPart ? dayPartName(dayPart) : '';
		case 'days':
			return weekdayNames(days ?? [], language);
		case 'courseLanguage':
			return languageName(courseLanguage ?? '', language);
		case 'level':
			return levelName(level ?? '');
		case 'office':
			return offices.find(({ id }) => id === office)?.name ?? office ?? '';
		case 'childcare':
			return m.courses_wish_childcare();
		case 'stepFree':
			return m.courses_wish_step_free();
		case 'femaleTeacher':
			return m.courses_wish_female_teacher();
		case 'freeOnly':
			return m.courses_wish_free();
	}
};

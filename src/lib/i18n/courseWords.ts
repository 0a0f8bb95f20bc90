import type { Course } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';
import { isolate } from './isolate.ts';
import { onceForEach } from './onceForEach.ts';
import { ownNameOf } from './languageNames.ts';
import { inReadersLanguage } from './originals.ts';

const kinds = {
	rights_and_duties: () => m.courses_kind_rights_and_duties(),
	citizenship: () => m.courses_kind_citizenship(),
	language_course: () => m.courses_kind_language_course(),
};

/** The name of a kind of course, in the language of this request. */
export const courseKindName = (kind: Course['kind']): string => kinds[kind]();

/** The name of a course, without its level, in the language of this request. */
export const courseName = ({ kind, courseLanguage }: Pick<Course, 'kind' | 'courseLanguage'>): string => {
	if (kind !== 'language_course' || courseLanguage === null) return courseKindName(kind);
	if (courseLanguage === 'fr') return m.courses_name_french();
	if (courseLanguage === 'nl') return m.courses_name_dutch();
	return m.courses_name_language({
		language: inReadersLanguage((language) => isolate(languageName(courseLanguage, language))),
	});
};

/** The name of a course with its level, in the language of this request, to stand in a sentence. */
export const courseInWords = (course: Pick<Course, 'kind' | 'courseLanguage' | 'level'>): string =>
	[courseName(course), course.level && isolate(course.level)].filter(Boolean).join(' ');

const namesIn = onceForEach(
	(language) => new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }),
);
const listIn = onceForEach((language) => new Intl.ListFormat(language));
const unitsIn = onceForEach((language) => new Intl.ListFormat(language, { type: 'unit' }));
const weekdaysIn = onceForEach(
	(language) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }),
);

/** The name of a language (BCP 47) in another one; its own name, or the tag itself, where there is none. */
export const languageName = (tag: string, language: Language): string =>
	namesIn(language).of(tag) ?? ownNameOf(tag);

/** The names of some languages as a list, in the language of this request, to stand in a sentence. */
export const sayLanguages = (tags: readonly string[]): string =>
	inReadersLanguage((language) => isolate(languageNames(tags, language)));

/** The names of some days of the week as a list, in the language of this request, to stand in a sentence. */
export const sayWeekdays = (weekdays: readonly number[]): string =>
	inReadersLanguage((language) => weekdayNames(weekdays, language));

/** The names of some languages, as a list. */
export const languageNames = (tags: readonly string[], language: Language): string =>
	unitsIn(language).format(tags.map((tag) => languageName(tag, language)));

/** The names of some days of the week (1 Monday to 7 Sunday), as a list. */
export const weekdayNames = (weekdays: readonly number[], language: Language): string => {
	// The first Monday of 2024 was the first day of the year.
	const names = weekdays.map((day) => weekdaysIn(language).format(new Date(Date.UTC(2024, 0, day))));
	return listIn(language).format(names);
};

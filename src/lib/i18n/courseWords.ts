import type { Course, CourseKind } from '#lib/domain/course.ts';
import type { Language } from '#lib/domain/languages.ts';
import { m } from '#lib/paraglide/messages.js';
import { isolate } from './isolate.ts';
import { ownNameOf } from './languageNames.ts';
import { listInWords } from './listInWords.ts';
import { onceForEach } from './onceForEach.ts';
import { inReadersLanguage } from './originals.ts';

/** Which language, where it is not that of the request: for what is read elsewhere, such as a calendar. */
type In = { locale?: Language };

const kinds: Record<CourseKind, (to?: In) => string> = {
	social_assessment: (to) => m.courses_kind_social_assessment({}, to),
	language_assessment: (to) => m.courses_kind_language_assessment({}, to),
	rights_and_duties: (to) => m.courses_kind_rights_and_duties({}, to),
	citizenship: (to) => m.courses_kind_citizenship({}, to),
	language_course: (to) => m.courses_kind_language_course({}, to),
};

/** The name of a kind of course. */
export const courseKindName = (kind: CourseKind, to?: In): string => kinds[kind](to);

/** The name of a course, without its level. */
export const courseName = (
	{ kind, courseLanguage }: Pick<Course, 'kind' | 'courseLanguage'>,
	to?: In,
): string => {
	if (kind !== 'language_course' || courseLanguage === null) return courseKindName(kind, to);
	if (courseLanguage === 'fr') return m.courses_name_french({}, to);
	if (courseLanguage === 'nl') return m.courses_name_dutch({}, to);
	const named = (language: Language) => isolate(languageName(courseLanguage, language));
	return m.courses_name_language({ language: to?.locale ? named(to.locale) : inReadersLanguage(named) }, to);
};

/** The name of a level: those of the European framework are called the same everywhere. */
export const levelName = (level: string, to?: In): string =>
	level === 'literacy' ? m.courses_level_literacy({}, to) : level;

/** The name of a course with its level, to stand in a sentence. */
export const courseInWords = (course: Pick<Course, 'kind' | 'courseLanguage' | 'level'>, to?: In): string =>
	[courseName(course, to), course.level && isolate(levelName(course.level, to))].filter(Boolean).join(' ');

const namesIn = onceForEach(
	(language) => new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }),
);
const listIn = onceForEach((language) => new Intl.ListFormat(language));
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
	listInWords(
		tags.map((tag) => languageName(tag, language)),
		language,
	);

/** The names of some days of the week (1 Monday to 7 Sunday), as a list. */
export const weekdayNames = (weekdays: readonly number[], language: Language): string => {
	// The first Monday of 2024 was the first day of the year.
	const names = weekdays.map((day) => weekdaysIn(language).format(new Date(Date.UTC(2024, 0, day))));
	return listIn(language).format(names);
};

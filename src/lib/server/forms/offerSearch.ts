import * as v from 'valibot';
import { communes, postcodesNamed } from '#lib/domain/communes.ts';
import { courseKinds } from '#lib/domain/course.ts';
import type { OfferSearch, Wish } from '#lib/domain/offerSearch.ts';
import { wishesOf } from '#lib/domain/offerSearch.ts';
import { dayParts } from '#lib/domain/sessionTimes.ts';

const text = v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)));
/** A language as it can be named: subtags of language, script and region (BCP 47), whether Halte has heard of it or not. */
const tag = v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i)));
const wish = v.optional(
	v.pipe(
		v.literal('yes'),
		v.transform(() => true as const),
	),
);
const fields = {
	kind: v.optional(v.picklist(courseKinds)),
	taught: tag,
	spoken: tag,
	level: text,
	dayPart: v.optional(v.picklist(dayParts)),
	place: text,
	office: text,
	childcare: wish,
	stepFree: wish,
	femaleTeacher: wish,
	free: wish,
};

/** How each wish is called in an address. */
const names: Record<Wish, string> = {
	...{ kind: 'kind', spoken: 'spoken', place: 'place', dayPart: 'dayPart', days: 'day', level: 'level' },
	...{ courseLanguage: 'taught', office: 'office', childcare: 'childcare', stepFree: 'stepFree' },
	...{ femaleTeacher: 'femaleTeacher', freeOnly: 'free' },
};

/** Takes the search part of an address and returns what is looked for; what makes no sense does not narrow. */
export const readOfferSearch = (params: URLSearchParams): OfferSearch => {
	const read = <Schema extends v.GenericSchema>(
		name: string,
		schema: Schema,
	): v.InferOutput<Schema> | undefined => {
		const parsed = v.safeParse(schema, params.get(name) ?? undefined);
		return parsed.success ? parsed.output : undefined;
	};
	const postcodes = postcodesNamed(read('place', fields.place) ?? '');
	const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => params.getAll('day').includes(String(day)));
	return {
		kind: read('kind', fields.kind),
		courseLanguage: read('taught', fields.taught),
		level: read('level', fields.level),
		spoken: read('spoken', fields.spoken),
		place: postcodes.length > 0 ? postcodes : undefined,
		dayPart: read('dayPart', fields.dayPart),
		// All seven days are every day.
		days: days.length > 0 && days.length < 7 ? days : undefined,
		office: read('office', fields.office),
		childcare: read('childcare', fields.childcare),
		stepFree: read('stepFree', fields.stepFree),
		femaleTeacher: read('femaleTeacher', fields.femaleTeacher),
		freeOnly: read('free', fields.free),
	};
};

/** A postcode stands for itself, the postcodes of a whole commune for its NIS code: either is read again as the same. */
const placeNamed = (postcodes: readonly string[]): string =>
	(postcodes.length > 1 && communes.find((each) => each.postcodes.join() === postcodes.join())?.nis) ||
	(postcodes[0] ?? '');

/** Takes a search and returns the query of its address, `?kind=citizenship#found`; nothing looked for is `?#found`. */
export const offerSearchQuery = (search: OfferSearch): string => {
	const params = new URLSearchParams();
	for (const wish of wishesOf(search)) {
		const value = search[wish];
		if (wish === 'place') params.set(names.place, placeNamed(search.place ?? []));
		else if (wish === 'days') for (const day of search.days ?? []) params.append(names.days, String(day));
		else params.set(names[wish], value === true ? 'yes' : String(value));
	}
	return `?${params}#found`;
};

import * as v from 'valibot';
import { courseKinds } from '#lib/domain/course.ts';
import type { OfferSearch } from '#lib/domain/offerSearch.ts';
import { dayParts } from '#lib/domain/sessionTimes.ts';

const text = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80)));
const wish = v.optional(
	v.pipe(
		v.literal('yes'),
		v.transform(() => true as const),
	),
);
const fields = {
	kind: v.optional(v.picklist(courseKinds)),
	taught: text,
	spoken: text,
	dayPart: v.optional(v.picklist(dayParts)),
	office: text,
	childcare: wish,
	stepFree: wish,
	free: wish,
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
	return {
		kind: read('kind', fields.kind),
		courseLanguage: read('taught', fields.taught),
		spoken: read('spoken', fields.spoken),
		dayPart: read('dayPart', fields.dayPart),
		office: read('office', fields.office),
		childcare: read('childcare', fields.childcare),
		stepFree: read('stepFree', fields.stepFree),
		freeOnly: read('free', fields.free),
	};
};

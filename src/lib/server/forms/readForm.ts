import { error } from '@sveltejs/kit';

/** What was read of the requests under way, for whoever has to keep it when something fails after the reading. */
const read = new WeakMap<Request, FormData>();
/** A body can be read once, and more than one has to look at it. */
const reading = new WeakMap<Request, Promise<FormData>>();

/** Reads the form that was posted; a body that is no form, or was cut, is refused with 400: it is no fault of ours. */
export const readForm = (request: Request): Promise<FormData> => {
	const begun = reading.get(request) ?? readBody(request);
	reading.set(request, begun);
	return begun;
};

const readBody = async (request: Request): Promise<FormData> => {
	const form = await request.formData().catch((fault: unknown) => {
		// What the platform throws at a body it cannot parse; one that is too large has its own answer.
		if (fault instanceof TypeError) error(400, { message: 'broken_form', code: 'broken_form' });
		throw fault;
	});
	read.set(request, form);
	return form;
};

/** The form that was read from a request; null when there was none. */
export const formReadFrom = (request: Request): FormData | null => read.get(request) ?? null;

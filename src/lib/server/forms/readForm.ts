import { error } from '@sveltejs/kit';

/** Reads the form that was posted; a body that is no form, or was cut, is refused with 400: it is no fault of ours. */
export const readForm = (request: Request): Promise<FormData> =>
	request.formData().catch((fault: unknown) => {
		// What the platform throws at a body it cannot parse; one that is too large has its own answer.
		if (fault instanceof TypeError) error(400, { message: 'broken_form', code: 'broken_form' });
		throw fault;
	});

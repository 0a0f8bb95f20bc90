import { redirect } from '@sveltejs/kit';
import { readForm } from '#lib/server/forms/readForm.ts';
import type { RequestHandler } from './$types';

/** Leads to a request for a call by its code, which is sent as a form: at a counter no code stands in an address. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const code = String((await readForm(request)).get('code') ?? '')
		.trim()
		.slice(0, 40);
	redirect(303, `/${locals.language}/kiosk/help/callback/${encodeURIComponent(code || '-')}`);
};

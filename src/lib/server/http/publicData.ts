/**
 * An answer that is the same for everybody, for programs of whoever verifies: it may be kept for a minute, so that a
 * crowd asks once, and what was revoked is known everywhere a minute later.
 */
export const publicData = (data: unknown): Response =>
	Response.json(data, {
		headers: { 'Cache-Control': 'public, max-age=60', 'Access-Control-Allow-Origin': '*' },
	});

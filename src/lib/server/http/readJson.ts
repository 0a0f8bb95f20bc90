/** More than any answer of a browser needs; what is longer is not read to its end. */
const most = 64_000;

/** Takes a request and returns its body as JSON, or null when it is none, or too long. */
export const readJson = async (request: Request): Promise<unknown> => {
	if (Number(request.headers.get('content-length') ?? 0) > most) return null;
	const text = await request.text();
	if (text.length > most) return null;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return null;
	}
};

import type { Handle } from '@sveltejs/kit';

/** What a page may ask of the device: nothing, but for the camera where the QR code of an attestation is read. */
const permissions =
	'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()';

const headers: Record<string, string> = {
	'X-Content-Type-Options': 'nosniff',
	// Never no-referrer: native forms would then be posted with `Origin: null`.
	'Referrer-Policy': 'same-origin',
	'Permissions-Policy': permissions,
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'X-Frame-Options': 'DENY',
};

/** What files carry, which are served before any page is asked: the same, and to be asked for anew unless named by hash. */
const headersOfFiles: Readonly<Record<string, string>> = {
	...headers,
	'Content-Security-Policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
	'Cache-Control': 'no-cache',
};

/** The policy of a service worker is its own, not that of the pages: it may ask this site, and nobody else. */
const policyOfWorker = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** Takes the path of what is asked for and returns the headers it carries when it is a file. */
export const headersOfFile = (path: string): Readonly<Record<string, string>> =>
	path === '/service-worker.js'
		? { ...headersOfFiles, 'Content-Security-Policy': policyOfWorker }
		: headersOfFiles;

/** The headers every answer carries; what the server makes is kept in no cache, unless a route said otherwise. */
export const secureHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
	if (event.route.id?.endsWith('/verify'))
		response.headers.set('Permissions-Policy', permissions.replace('camera=()', 'camera=(self)'));
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	if (!response.headers.has('Content-Security-Policy'))
		response.headers.set(
			'Content-Security-Policy',
			"default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'",
		);
	if (event.url.protocol === 'https:')
		response.headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
	return response;
};

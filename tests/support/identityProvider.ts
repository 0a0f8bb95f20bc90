import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { cookieHeader } from './visitor.ts';

/** An identity provider of the tests: certified software, invented people. */
export type IdentityProvider = {
	issuer: string;
	clientId: string;
	clientSecret: string;
	/** Signs in there by hand as the person of this national number; returns the address it sends the browser back to. */
	visit(address: string, nationalNumber: string): Promise<URL>;
	stop(): Promise<void>;
};

/** What a browser keeps on its way: cookies by name. */
const browse = async (cookies: Map<string, string>, address: string, form?: URLSearchParams) => {
	const response = await fetch(address, {
		redirect: 'manual',
		method: form ? 'POST' : 'GET',
		body: form ?? null,
		headers: { cookie: cookieHeader(cookies) },
	});
	for (const line of response.headers.getSetCookie()) {
		const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
		cookies.set(name, value);
	}
	return response;
};

/**
 * Starts a real OpenID Connect provider on this machine. It knows everybody: the name typed there is the national
 * number it vouches for. With `inToken` the number stands in the ID token, else only at the user-info endpoint.
 */
export const startIdentityProvider = async ({
	returnAddress,
	inToken = true,
}: {
	returnAddress: string;
	inToken?: boolean;
}): Promise<IdentityProvider> => {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	const client = { client_id: 'halte', client_secret: 'a-secret-of-the-tests' };
	const provider = new Provider(issuer, {
		clients: [{ ...client, redirect_uris: [returnAddress], response_types: ['code'] }],
		claims: { openid: ['sub'], profile: ['name'], egovnrn: ['egovNRN'] },
		scopes: ['openid', 'profile', 'egovnrn'],
		conformIdTokenClaims: !inToken,
		pkce: { required: () => true },
		cookies: { keys: ['of the tests'] },
		ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
		findAccount: (_: unknown, id: string) => ({
			accountId: id,
			claims: () => Promise.resolve(id === 'nobody' ? { sub: id } : { sub: id, egovNRN: id }),
		}),
	});
	const handle = provider.callback();
	server.on('request', (request, response) => void handle(request, response));

	return {
		issuer,
		clientId: client.client_id,
		clientSecret: client.client_secret,
		async visit(address, nationalNumber) {
			const cookies = new Map<string, string>();
			let next = address;
			for (let hops = 0; hops < 12; hops++) {
				if (next.startsWith(returnAddress)) return new URL(next);
				const page = await browse(cookies, next);
				let location = page.headers.get('location');
				if (!location) {
					const html = await page.text();
					const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
					if (!prompt) throw new Error(`not a page to sign in on: ${page.status} ${html.slice(0, 300)}`);
					const form = new URLSearchParams({ prompt, login: nationalNumber, password: 'any' });
					location = (await browse(cookies, next, form)).headers.get('location');
				}
				next = new URL(location ?? '', next).href;
			}
			throw new Error('the identity provider sent us round in circles');
		},
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};

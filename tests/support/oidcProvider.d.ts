// The package comes without types; this much of it is used.
/* eslint-disable no-restricted-syntax -- the package's own shape */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';
	export default class Provider {
		constructor(issuer: string, configuration: Record<string, unknown>);
		callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
	}
}

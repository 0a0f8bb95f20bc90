import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What arrived at a browser, decrypted. */
export type Pushed = { browser: string; payload: Record<string, string>; authorization: string };

/** A browser of the tests: what it tells Halte, and its own secrets. */
type Browser = ReturnType<typeof newBrowser>;

const newBrowser = (endpoint: string) => {
	const keys = createECDH('prime256v1');
	keys.generateKeys();
	const auth = randomBytes(16);
	const subscription = {
		endpoint,
		keys: { p256dh: keys.getPublicKey().toString('base64url'), auth: auth.toString('base64url') },
	};
	return { keys, auth, subscription };
};

/** Opens a message as a browser does: RFC 8291 over RFC 8188 (aes128gcm). */
const decrypt = ({ keys, auth }: Browser, body: Buffer): string => {
	const salt = body.subarray(0, 16);
	const idLength = body[20] ?? 0;
	const theirs = body.subarray(21, 21 + idLength);
	const sealed = body.subarray(21 + idLength);
	const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), theirs]);
	const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(theirs), auth, info, 32));
	const derive = (what: string, length: number) =>
		Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${what}\0`, length));
	const open = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
	open.setAuthTag(sealed.subarray(-16));
	const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
	return plain.subarray(0, plain.lastIndexOf(2)).toString();
};

/** A real push service on loopback, with browsers that read what is sent to them. */
export const pushService = async () => {
	const received: Pushed[] = [];
	const browsers = new Map<string, Browser>();
	const gone = new Set<string>();
	let status = 201;
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const name = (request.url ?? '').slice(1);
			const browser = browsers.get(name);
			if (!browser || gone.has(name)) return void response.writeHead(410).end();
			if (status === 201)
				received.push({
					browser: name,
					payload: JSON.parse(decrypt(browser, Buffer.concat(chunks))) as Record<string, string>,
					authorization: request.headers.authorization ?? '',
				});
			response.writeHead(status).end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const close = () =>
		new Promise<void>((closed) => {
			server.close(() => closed());
			server.closeAllConnections();
		});
	return {
		origin,
		received,
		/** A browser that was never there before. */
		browser(name: string) {
			const made = newBrowser(`${origin}/${name}`);
			browsers.set(name, made);
			return made.subscription;
		},
		/** Its owner took the permission back. */
		forget: (name: string) => gone.add(name),
		answerWith: (code: number) => (status = code),
		close,
	};
};

import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the gateway was asked to send. */
export type SmsAsked = { id: string; to: string; text: string; encoding: string; segments: number };

/** How the gateway answers; null: it says nothing at all. */
export type SmsBehaviour = (asked: SmsAsked) => {
	status?: number;
	headers?: Record<string, string>;
	body: string;
} | null;

/** A gateway that does what it should. */
export const acceptSms: SmsBehaviour = ({ id }) => ({ body: JSON.stringify({ accepted: true, id }) });

/** A real SMS gateway on loopback that keeps what it is given, and behaves as told. */
export const smsGateway = async () => {
	const received: SmsAsked[] = [];
	const headers: IncomingMessage['headers'][] = [];
	let behave = acceptSms;
	const answer = (asked: SmsAsked, response: ServerResponse) => {
		const said = behave(asked);
		if (!said) return;
		response.writeHead(said.status ?? 200, { 'Content-Type': 'application/json', ...said.headers });
		response.end(said.body);
	};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			if (request.method !== 'POST' || body === '') return void response.writeHead(200).end('{}');
			const asked = JSON.parse(body) as SmsAsked;
			received.push(asked);
			headers.push(request.headers);
			answer(asked, response);
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const close = () =>
		new Promise<void>((closed) => {
			server.close(() => closed());
			server.closeAllConnections();
		});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
		received,
		headers,
		behave: (how: SmsBehaviour) => (behave = how),
		close,
	};
};

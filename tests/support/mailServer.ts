import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** A mail as it arrived: whom it was for, its headers (names in small letters), and its parts by content type. */
export type Mail = { to: string[]; headers: Record<string, string>; parts: Record<string, string> };

/** What the server says instead of taking a mail: a status of SMTP; null: it takes it. */
export type MailRefusal = { at: 'recipient' | 'data'; code: number } | null;

const decodeWords = (text: string): string =>
	text
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
			how.toLowerCase() === 'b'
				? Buffer.from(word, 'base64').toString('latin1')
				: fromQuoted(word.replaceAll('_', ' ')),
		);
const fromQuoted = (text: string): string =>
	text
		.replace(/=\r?\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
const utf8 = (latin1: string): string => Buffer.from(latin1, 'latin1').toString('utf8');

const split = (raw: string): { headers: Record<string, string>; body: string } => {
	const end = raw.indexOf('\r\n\r\n');
	const lines = raw
		.slice(0, end)
		.replace(/\r\n[ \t]+/g, ' ')
		.split('\r\n');
	const headers = Object.fromEntries(
		lines.map((line) => {
			const colon = line.indexOf(':');
			return [line.slice(0, colon).toLowerCase(), utf8(decodeWords(line.slice(colon + 1).trim()))];
		}),
	);
	return { headers, body: raw.slice(end + 4) };
};

/** Takes a part of a mail (RFC 2045) and adds what it holds, and its own parts, under their content types. */
const read = (raw: string, parts: Record<string, string>): Record<string, string> => {
	const { headers, body } = split(raw);
	const type = headers['content-type'] ?? 'text/plain';
	const boundary = /boundary="?([^";]+)/.exec(type)?.[1];
	if (boundary) {
		const inner = body.split(`--${boundary}`).slice(1, -1);
		for (const each of inner) read(each.replace(/^\r\n/, ''), parts);
		return headers;
	}
	const coding = headers['content-transfer-encoding'];
	const bytes =
		coding === 'base64'
			? Buffer.from(body, 'base64').toString('latin1')
			: coding === 'quoted-printable'
				? fromQuoted(body)
				: body;
	parts[/^[^;]+/.exec(type)?.[0] ?? type] = utf8(bytes).replaceAll('\r\n', '\n').trim();
	return headers;
};

/** A real SMTP server on loopback that keeps what it takes, and refuses as told. */
export const mailServer = async () => {
	const received: Mail[] = [];
	let refusal: MailRefusal = null;
	const refused = (code: number) => Object.assign(new Error('not this one'), { responseCode: code });
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onRcptTo: (_address, _session, done) =>
			done(refusal?.at === 'recipient' ? refused(refusal.code) : undefined),
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				if (refusal?.at === 'data') return done(refused(refusal.code));
				const parts: Record<string, string> = {};
				const headers = read(Buffer.concat(chunks).toString('latin1'), parts);
				received.push({ to: session.envelope.rcptTo.map(({ address }) => address), headers, parts });
				done();
			});
		},
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		refuse: (how: MailRefusal) => (refusal = how),
		close: () => new Promise<void>((closed) => server.close(() => closed())),
	};
};

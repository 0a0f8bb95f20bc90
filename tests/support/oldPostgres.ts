import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const message = (type: string, ...parts: (string | Buffer)[]): Buffer => {
	const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
	const length = Buffer.alloc(4);
	length.writeInt32BE(body.length + 4);
	return Buffer.concat([Buffer.from(type), length, body]);
};
const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const int32 = (value: number): Buffer => Buffer.concat([int16(value >> 16), int16(value & 65_535)]);

/**
 * A server that lets everybody in and answers each query with its version, as PostgreSQL 14.11 does (protocol 3.0): such
 * an old one can be had nowhere in this project. Returns its address and how to end it.
 */
export const startOldPostgres = async (): Promise<{ url: string; close(): void }> => {
	const ready = message('Z', 'I');
	const column = Buffer.concat([int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
	const version = Buffer.concat([
		message('T', int16(1), 'server_version_num\0', column),
		message('D', int16(1), int32(6), '140011'),
		message('C', 'SHOW\0'),
		ready,
	]);
	const server = createServer((socket) => {
		socket.on('error', () => {});
		socket.once('data', () => {
			socket.write(Buffer.concat([message('R', int32(0)), ready]));
			socket.on('data', (asked) =>
				asked.toString('latin1', 0, 1) === 'Q' ? socket.write(version) : socket.end(),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `postgresql://halte:secret@127.0.0.1:${port}/halte`, close: () => server.close() };
};

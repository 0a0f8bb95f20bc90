import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { beforeTheFirst, canonicalLine, linkHash, sameHash } from '#lib/domain/journalChain.ts';
import type { ChainedLine } from '#lib/domain/journalChain.ts';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const line: ChainedLine = {
	seq: 7,
	at: new Date('2026-03-14T09:30:00.000Z'),
	actorKind: 'operator',
	actorId: null,
	channel: 'command',
	action: 'confirmed',
	dossier: 'D1',
	codes: { step: 'registration', count: 2 },
};

test('a line has one text, whatever the order in which its codes come back', () => {
	expect(canonicalLine({ ...line, codes: { count: 2, step: 'registration' } })).toBe(canonicalLine(line));
	expect(canonicalLine({ ...line, codes: { a: { y: 1, x: [{ n: 1, m: 2 }] } } })).toContain(
		'{"a":{"x":[{"m":2,"n":1}],"y":1}}',
	);
});

test.each<[string, Partial<ChainedLine>]>([
	['number', { seq: 8 }],
	['time', { at: new Date('2026-03-14T09:30:00.001Z') }],
	['actor', { actorId: '21015' }],
	['channel', { channel: 'web' }],
	['action', { action: 'looked' }],
	['dossier', { dossier: 'D2' }],
	['codes', { codes: {} }],
])('another %s makes another hash', (_, change) => {
	const hash = linkHash(digest, beforeTheFirst, line);
	expect(sameHash(hash, linkHash(digest, beforeTheFirst, line))).toBe(true);
	expect(sameHash(hash, linkHash(digest, beforeTheFirst, { ...line, ...change }))).toBe(false);
});

test('the same line after another link has another hash', () => {
	const first = linkHash(digest, beforeTheFirst, line);
	expect(sameHash(first, linkHash(digest, first, line))).toBe(false);
});

import type { MessageKind } from '#lib/domain/message.ts';

const places: Partial<Record<MessageKind, string>> = {
	attestation_issued: 'attestations',
	attestation_revoked: 'attestations',
	test: 'me',
};

/** The page, under its language, on which somebody finds what a message tells them. */
export const messagePlace = (kind: MessageKind): string => places[kind] ?? 'bookings';

/** The way by which something reached Halte. It is recorded and never ranked. */
export type Channel = 'web' | 'kiosk' | 'phone' | 'paper' | 'helper' | 'desk' | 'register' | 'command';

/** Who does something, by which channel and, where known, on which device (a keyed hash, never an address). */
export type Actor = {
	kind: 'anonymous' | 'newcomer' | 'commune' | 'office' | 'operator' | 'system';
	/** A dossier, a commune's NIS code or an office id, as the kind says; null for the others. */
	id: string | null;
	channel: Channel;
	device: Uint8Array | null;
};

/** The commands' actor: whoever runs Halte. */
export const operator: Actor = { kind: 'operator', id: null, channel: 'command', device: null };

/** Halte itself, for what happens on schedule. */
export const system: Actor = { kind: 'system', id: null, channel: 'command', device: null };

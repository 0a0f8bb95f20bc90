/** Takes a hash and returns it as the key of a map: bytes are the same key only where they are the same object. */
export const keyOf = (hash: Uint8Array | null): string => Buffer.from(hash ?? []).toString('latin1');

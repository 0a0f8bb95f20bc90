import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Raw bytes: keyed hashes and sealed values. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => 'bytea',
	toDriver: (value) => Buffer.from(value),
});

/** An instant in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

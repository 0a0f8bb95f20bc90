/** What went well, with its value. */
export type Ok<Value> = { readonly ok: true; readonly value: Value };

/** What was refused: a snake_case code that reads the same in a log, a test and a message key. */
export type Refused<Reason extends string = string, Details extends object = object> = {
	readonly ok: false;
	readonly reason: Reason;
} & Readonly<Details>;

/** The answer of everything that can be refused. Expected refusals are values; only surprises are thrown. */
export type Result<Value, Reason extends string = string, Details extends object = object> =
	Ok<Value> | Refused<Reason, Details>;

/** Takes a value (or nothing) and returns it as a success. */
export function ok(): Ok<undefined>;
export function ok<Value>(value: Value): Ok<Value>;
export function ok<Value>(value?: Value): Ok<Value | undefined> {
	return { ok: true, value };
}

/** Takes a reason code, and details if there are any, and returns them as a refusal. */
export function refuse<const Reason extends string>(reason: Reason): Refused<Reason>;
export function refuse<const Reason extends string, Details extends object>(
	reason: Reason,
	details: Details,
): Refused<Reason, Details>;
export function refuse(reason: string, details: object = {}): Refused {
	return { ok: false, reason, ...details };
}

const thisMachine = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a page from the origin `from`, asking the host `host`, is one of ours, whose public origin is `own`. A Halte that
 * is known as this very machine is so by each of its names: whoever tries it as 127.0.0.1 meets the same pages.
 */
export const isOwnOrigin = (from: string | null, host: string | null, own: string): boolean =>
	from !== null &&
	(from === own || (thisMachine.test(own) && thisMachine.test(from) && from === `http://${host}`));

import { errorForLog, log } from '#lib/server/observe/log.ts';
import { runtime } from '#lib/server/runtime.ts';
import type { Actor } from '#lib/services/actor.ts';
import { endAbandonedSignIn } from '#lib/services/endHeldSignIn.ts';

// A tab that is closed and a browser that is killed say nothing more, and both may be opened again where they stood. But
// the line to them breaks: so each page of somebody signed in at a counter holds one.

const second = 1000;
/** How long the next page may take to come after the last one went, on a slow line. Milliseconds. */
const betweenPages = 20 * second;
/** How often something is said, so that nobody on the way takes the line for a dead one. Milliseconds. */
const betweenWords = 10 * second;

const screen: Actor = { kind: 'system', id: null, channel: 'kiosk', device: null };

const endUnlessSeen = (token: string, since: Date): void => {
	setTimeout(() => {
		endAbandonedSignIn(runtime().deps, screen, { token, since }).catch((error: unknown) =>
			log.warn({ error: errorForLog(error) }, 'a sign-in at a kiosk is left to its time'),
		);
	}, betweenPages).unref();
};

/** The line to an open page of the sign-in of this token; when it breaks and no other page follows, the sign-in ends. */
export const openPage = (token: string): ReadableStream<Uint8Array> => {
	let words: NodeJS.Timeout;
	return new ReadableStream({
		start(line) {
			const say = () => line.enqueue(new TextEncoder().encode('.'));
			say();
			words = setInterval(say, betweenWords).unref();
		},
		cancel() {
			clearInterval(words);
			endUnlessSeen(token, runtime().deps.now());
		},
	});
};

import { setTimeout as pause } from 'node:timers/promises';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
const { document } = window;

/** What the reader asks of the world around it, and Node does not have. */
const world = globalThis as unknown as Record<string, unknown>;
for (const name of Object.getOwnPropertyNames(window))
	if (/^[A-Z]|^getComputedStyle$/.test(name) && !(name in world))
		world[name] = (window as unknown as Record<string, unknown>)[name];
Object.assign(world, { window, document });

// After the world is there: it looks around when it is loaded.
const { Virtual } = await import('@guidepup/virtual-screen-reader');

/**
 * Reads the main part of a page aloud, as the server sends it, from its beginning to its end. Returns its document, good
 * until the next page is read, and what is said: one phrase for each step, without the marks that keep directions apart.
 */
export const readAloud = async (html: string): Promise<{ document: Document; said: string[] }> => {
	document.documentElement.innerHTML = html;
	const reader = new Virtual();
	await reader.start({ container: document.querySelector('main') ?? document.body });
	const said: string[] = [];
	do {
		said.push((await reader.lastSpokenPhrase()).replace(/[\u2066-\u2069]/g, ''));
		await reader.next();
	} while (!/^end of (main|document)$/.test(await reader.lastSpokenPhrase()));
	await reader.stop();
	// Reading lets nothing else happen, for seconds on a busy machine: a connection that the server closed meanwhile is
	// seen now, and not used for the next page.
	await pause(10);
	return { document, said };
};

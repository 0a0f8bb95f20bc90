import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { compileMessagesIfChanged } from './scripts/build.ts';

const root = import.meta.dirname;

/** Compiles the messages before the pages are read; whoever works on a text sees it on the page at once. */
const messages: Plugin = {
	name: 'halte-messages',
	buildStart: () => compileMessagesIfChanged(root),
	watchChange: (file) => {
		if (file.startsWith(join(root, 'messages/'))) compileMessagesIfChanged(root);
	},
};

/** The pages read the catalogue through `withOriginals`, so that the French or Dutch can stand under every text. */
const originals: Plugin = {
	name: 'halte-originals',
	transform: (code, id) =>
		id.endsWith('/paraglide/messages.js')
			? `import { withOriginals } from '#lib/i18n/originals.ts';
import * as catalogue from './messages/_index.js';
export const m = withOriginals(catalogue);`
			: null,
};

const newRules = 'new Intl.PluralRules(locale, options)';

/** The compiled messages make the plural rules of a language anew for each sentence; each costs more than the sentence. */
const keptPluralRules: Plugin = {
	name: 'halte-plural-rules',
	transform(code, id) {
		if (!id.endsWith('/paraglide/registry.js')) return null;
		if (!code.includes(newRules))
			throw new Error('The compiled messages make their plural rules otherwise now.');
		return `const rules = {};\n${code.replace(newRules, `(rules[\`\${locale} \${options?.type}\`] ??= ${newRules})`)}`;
	},
};

const marks = /<!--(?:\[[!\d-]*|\]|\$\{HYDRATION_\w+\})?-->/g;
const writers = /\.svelte$|\/svelte\/src\/internal\/server\/(hydration|index)\.js$/;

/**
 * The compiled pages say by remarks where each of their parts begins and ends, for the script that takes a page over in
 * the browser. No page of ours is taken over (`csr = false`), and everybody would pay for an eighth of a page.
 */
const withoutMarks: Plugin = {
	name: 'halte-without-marks',
	enforce: 'post',
	transform: (code, id) => (writers.test(id) ? code.replaceAll(marks, '') : null),
};

export default defineConfig({
	plugins: [messages, originals, keptPluralRules, sveltekit(), withoutMarks],
	build: { assetsInlineLimit: 0 },
});

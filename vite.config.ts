import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

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

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			// The address decides the language (`/fr/…`); hooks.server.ts hands it over for each request.
			strategy: ['baseLocale'],
			emitTsDeclarations: true,
		}),
		originals,
		keptPluralRules,
		sveltekit(),
	],
	build: { assetsInlineLimit: 0 },
});

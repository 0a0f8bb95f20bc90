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
		sveltekit(),
	],
	build: { assetsInlineLimit: 0 },
});

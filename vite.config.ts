import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			// The address decides the language (`/fr/…`); hooks.server.ts hands it over for each request.
			strategy: ['baseLocale'],
			emitTsDeclarations: true,
		}),
		sveltekit(),
	],
	build: { assetsInlineLimit: 0 },
});

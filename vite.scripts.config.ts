import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** The few optional scripts of the pages: each file of src/scripts becomes one file of static/scripts. */
export default defineConfig({
	publicDir: false,
	build: {
		outDir: 'static/scripts',
		emptyOutDir: true,
		rolldownOptions: {
			input: Object.fromEntries(
				readdirSync('src/scripts')
					.filter((file) => file.endsWith('.ts'))
					.map((file) => [file.replace(/\.ts$/, ''), `src/scripts/${file}`]),
			),
			output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
		},
	},
});

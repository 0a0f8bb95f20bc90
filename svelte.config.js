import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
const config = {
	kit: {
		// Each build has a folder of its own: scripts/build.ts.
		adapter: adapter({ precompress: true, out: process.env.HALTE_BUILD ?? 'build/by-hand' }),
		inlineStyleThreshold: 0,
		// An error page can stand at the address of a file, or of what is only sent: it finds its style sheet from there too.
		paths: { relative: false },
		serviceWorker: { register: false },
		// Our own check is stricter (every content type, also without an origin) and its refusal is a page with a way to a
		// person: src/lib/server/http/refuseForeignOrigin.ts. The framework's would come first, with a bare line of text.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				// A page of the kiosk without scripts: src/routes/[lang=lang]/kiosk/alive.
				'frame-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none'],
			},
		},
		typescript: {
			config: (tsconfig) => ({ ...tsconfig, include: [] }),
		},
	},
};

export default config;

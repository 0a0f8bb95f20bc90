declare module 'jsdom' {
	/** As much of it as the tests use: documents read without running their scripts. */
	export const JSDOM: new (html?: string) => {
		window: { document: Document; DOMParser: typeof DOMParser };
	};
}

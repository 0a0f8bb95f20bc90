declare module 'jsdom' {
	/** As much of it as the tests use: a document read without running its scripts. */
	export const JSDOM: new (html: string) => { window: { document: Document } };
}

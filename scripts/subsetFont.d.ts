declare module 'subset-font' {
	/** Takes a font and the characters to keep, and returns the smaller font. */
	const subsetFont: (
		font: Buffer,
		text: string,
		options: { targetFormat: 'woff2'; noHinting?: boolean; keepFeatures?: string[] },
	) => Promise<Buffer>;
	export { subsetFont as default };
}

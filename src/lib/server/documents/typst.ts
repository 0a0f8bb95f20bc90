import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { drawn } from './printable.ts';

const fonts = [
	'amiri/400Regular',
	'amiri/700Bold',
	'noto-sans/400Regular',
	'noto-sans/700Bold',
	'noto-sans-ethiopic/400Regular',
	'noto-sans-ethiopic/700Bold',
];

const root = (): string => process.env['HALTE_ROOT'] ?? process.cwd();
const templates = (): string => join(root(), 'src', 'lib', 'server', 'documents');

let compiler: NodeCompiler | null = null;

/** Reading the fonts takes longer than setting a page: once for the life of the process. */
const ready = (): NodeCompiler =>
	(compiler ??= NodeCompiler.create({
		workspace: templates(),
		fontArgs: [{ fontPaths: fonts.map((font) => join(root(), 'node_modules', '@expo-google-fonts', font)) }],
	}));

/** A letter that no font here can draw, not even those of the machine; the standard refuses the page that has it. */
const lacksFont = (error: unknown): boolean => String(error).includes('could not be displayed with font');

/** The PDF by the standard; one with a letter that cannot be drawn is set without it: a box in a name, but a sheet. */
const write = (document: NodeTypstDocument): Uint8Array => {
	try {
		return ready().pdf(document, { pdfStandard: 'ua-1' });
	} catch (error) {
		if (!lacksFont(error)) throw error;
		return ready().pdf(document);
	}
};

const textDrawn = (_: string, value: unknown): unknown => (typeof value === 'string' ? drawn(value) : value);

/** A document set in type: how many pages it has, and its PDF. */
export type Typeset = { pages: number; pdf(): Uint8Array };

/**
 * Takes the name of a template beside this file and its data, and sets it in type. The data goes in as JSON under the
 * template's name and is never source text. The PDF is held to PDF/UA-1 (ISO 14289-1), but for letters that no font can
 * draw: it throws where the standard refuses something, such as a picture without words for it; a wrong template throws at
 * once.
 */
export const typeset = (template: string, data: unknown): Typeset => {
	const typst = ready();
	const compiled = typst.compile({
		mainFilePath: join(templates(), `${template}.typ`),
		inputs: { [template]: JSON.stringify(data, textDrawn) },
	});
	const document = compiled.result;
	if (!document) {
		const failed = compiled.takeDiagnostics();
		throw new Error(
			`${template}.typ: ${failed ? JSON.stringify(typst.fetchDiagnostics(failed)) : 'no page'}`,
		);
	}
	return { pages: document.numOfPages, pdf: () => write(document) };
};

import { createCanvas } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const opened = new WeakMap<Uint8Array, Promise<PDFDocumentProxy>>();

/** Opens a PDF with the reader that Firefox has; once, whatever is asked of it. */
const open = (pdf: Uint8Array): Promise<PDFDocumentProxy> => {
	const document =
		opened.get(pdf) ??
		getDocument({
			data: Uint8Array.from(pdf),
			useSystemFonts: false,
			fontExtraProperties: true,
			verbosity: 0,
		}).promise;
	opened.set(pdf, document);
	return document;
};

type Marked = { type?: string; id?: string; str?: string; hasEOL?: boolean; dir?: string };
type Node = { role?: string; children?: Node[]; alt?: string; lang?: string; type?: string; id?: string };

type Line = { text: string[]; rightToLeft: boolean };

/** What stands on one line: the file holds it as the eye meets it, from the left, also where it is read from the right. */
const lineText = ({ text, rightToLeft }: Line): string => (rightToLeft ? text.toReversed() : text).join('');

/** The text of each piece of marked content of a page, in the order in which it is read. */
const textsOf = async (page: PDFPageProxy): Promise<Map<string, string>> => {
	const { items } = await page.getTextContent({ includeMarkedContent: true });
	const [lines, open] = [new Map<string, Line[]>(), [] as string[]];
	for (const item of items as Marked[]) {
		if (item.type?.startsWith('begin')) open.push(item.id ?? '');
		else if (item.type === 'endMarkedContent') open.pop();
		else {
			const id = open.findLast((each) => each !== '') ?? '';
			const own = lines.get(id) ?? [{ text: [], rightToLeft: false }];
			lines.set(id, own);
			const line = own.at(-1);
			line?.text.push(item.str ?? '');
			if (line && item.dir === 'rtl' && item.str?.trim()) line.rightToLeft = true;
			if (item.hasEOL) own.push({ text: [], rightToLeft: false });
		}
	}
	return new Map([...lines].map(([id, own]) => [id, own.map(lineText).join(' ')]));
};

const tidy = (text: string): string =>
	text
		.replace(/[\u200b\u2066-\u2069]/g, '')
		.replace(/\s+/g, ' ')
		.trim();

/** What a screen reader is given of a PDF: each element with its role, its words for a picture, and its text, in reading order. */
export const structureOf = async (pdf: Uint8Array): Promise<string[]> => {
	const document = await open(pdf);
	const lines: string[] = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const texts = await textsOf(page);
		const walk = (node: Node, depth: number): void => {
			const own = (node.children ?? []).filter(({ type }) => type === 'content');
			const text = tidy(own.map(({ id }) => texts.get(id ?? '') ?? '').join(' '));
			const said = [node.lang && `[${node.lang}]`, node.alt && `(${tidy(node.alt)})`, text]
				.filter(Boolean)
				.join(' ');
			if (node.role && node.role !== 'Root')
				lines.push(`${'  '.repeat(depth)}${node.role}${said ? ` ${said}` : ''}`);
			for (const child of node.children ?? []) if (child.role) walk(child, depth + 1);
		};
		const tree = (await page.getStructTree()) as Node | null;
		if (tree) walk(tree, -1);
	}
	return lines;
};

/** The pieces of text of a PDF that come nearer to an edge of their sheet than this, in points. */
export const textsOutside = async (pdf: Uint8Array, margin = 0): Promise<string[]> => {
	const document = await open(pdf);
	const outside: string[] = [];
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const { width } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		for (const item of items) {
			if (!('str' in item)) continue;
			const start = Number(item.transform[4]);
			if (start < margin || start + item.width > width - margin) outside.push(item.str);
		}
	}
	return outside;
};

/** The fonts that a PDF uses, and whether each lies in the file itself. */
export const fontsOf = async (pdf: Uint8Array): Promise<{ name: string; embedded: boolean }[]> => {
	const document = await open(pdf);
	const fonts = new Map<string, boolean>();
	for (let number = 1; number <= document.numPages; number += 1) {
		const page = await document.getPage(number);
		const { fnArray, argsArray } = await page.getOperatorList();
		fnArray.forEach((operation, at) => {
			if (operation !== OPS.setFont) return;
			const font = page.commonObjs.get((argsArray[at] as [string])[0]) as {
				name: string;
				missingFile?: boolean;
			};
			fonts.set(font.name.replace(/^[A-Z]{6}\+/, ''), font.missingFile !== true);
		});
	}
	return [...fonts]
		.map(([name, embedded]) => ({ name, embedded }))
		.toSorted((a, b) => a.name.localeCompare(b.name));
};

/**
 * What single drawings of a PDF stand for, where it is more than one letter and matches: readers that put right-to-left
 * text in order turn the letters of such a drawing round.
 */
export const glyphsOfMoreLetters = async (pdf: Uint8Array, of: RegExp): Promise<string[]> => {
	const page = await (await open(pdf)).getPage(1);
	const { fnArray, argsArray } = await page.getOperatorList();
	const found = new Set<string>();
	fnArray.forEach((operation, at) => {
		if (operation !== OPS.showText) return;
		for (const glyph of (argsArray[at] as [({ unicode?: string } | number)[]])[0]) {
			const letters = typeof glyph === 'object' ? (glyph.unicode ?? '') : '';
			if ([...letters].length > 1 && of.test(letters)) found.add(letters);
		}
	});
	return [...found];
};

/** Draws the first page at so many dots per inch, as a scanner would see the paper, and reads the QR code on it. */
export const readQrOf = async (pdf: Uint8Array, dpi = 150): Promise<string | null> => {
	const page = await (await open(pdf)).getPage(1);
	const viewport = page.getViewport({ scale: dpi / 72 });
	const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
	const canvas = createCanvas(width, height);
	const context = canvas.getContext('2d');
	await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
	return (
		jsQR(new Uint8ClampedArray(context.getImageData(0, 0, width, height).data), width, height)?.data ?? null
	);
};

/** How many pages a PDF has. */
export const pagesOf = async (pdf: Uint8Array): Promise<number> => (await open(pdf)).numPages;

/** A piece of text as it stands on the sheet, in points from the lower left corner; `size` is that of its letters. */
export type TextPlaced = Record<'left' | 'right' | 'bottom' | 'top' | 'size', number> & { text: string };

/** How many pages a PDF has, and where each piece of text stands on the first. */
export const sheetOf = async (pdf: Uint8Array): Promise<{ pages: number; texts: TextPlaced[] }> => {
	const document = await open(pdf);
	const { items } = await (await document.getPage(1)).getTextContent();
	const texts = (items as { str?: string; transform: number[]; width: number; height: number }[])
		.filter(({ str }) => str?.trim())
		.map(({ str = '', transform, width, height }) => {
			const [left, bottom] = [transform[4] ?? 0, transform[5] ?? 0];
			return { text: str, left, right: left + width, bottom, top: bottom + height, size: height };
		});
	return { pages: document.numPages, texts };
};

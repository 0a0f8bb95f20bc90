import { parse } from 'svelte/compiler';
import { textOf } from './repository.ts';

/** Attributes and properties of components that a person reads or hears. */
const spoken = new Set([
	...['alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
	...['content', 'detail', 'heading', 'hint', 'label', 'lead', 'legend', 'message', 'placeholder', 'summary'],
	...['text', 'title'],
]);

/** What may stand in a component: the name of the service, the level of a heading, and signs between words. */
const ownName = /^[\s\p{P}\p{S}\d]*(Halte|h[1-6])?[\s\p{P}\p{S}\d]*$/u;
/** A piece between two values of a text that is put together. */
const besideSpace = /\p{L}{2,}[.,]?\s|\s\p{L}{2,}/u;
const words = /\p{L}{2,}\s+\p{L}{2,}/u;

type Node = { type: string; start?: number; name?: string; data?: string; value?: unknown } & Record<
	string,
	unknown
>;

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Finds the texts of a component that do not come from the catalogue. */
export const escapedTexts = (file: string): string[] => {
	const source = textOf(file);
	const found: string[] = [];
	const note = (node: Node, text: string) =>
		found.push(`${file}:${source.slice(0, node.start ?? 0).split('\n').length}: ${text.trim()}`);

	const visit = (node: unknown, attribute: string | null): void => {
		if (Array.isArray(node)) for (const each of node) visit(each, attribute);
		if (!isNode(node)) return;
		const name = node.type === 'Attribute' ? (node.name ?? '') : attribute;
		if (node.type === 'Text' && (name === null || spoken.has(name)) && !ownName.test(node.data ?? ''))
			note(node, node.data ?? '');
		if (node.type === 'Literal' && typeof node.value === 'string' && name !== 'class')
			if (words.test(node.value)) note(node, node.value);
		if (node.type === 'TemplateElement' && name !== 'class') {
			const { raw } = node.value as { raw: string };
			if (besideSpace.test(raw)) note(node, raw);
		}
		for (const [key, value] of Object.entries(node))
			if (key !== 'metadata' && key !== 'parent') visit(value, name);
	};

	const tree = parse(source, { modern: true });
	visit(tree.fragment, null);
	if (tree.instance) visit(tree.instance.content, 'script');
	if (tree.module) visit(tree.module.content, 'script');
	return found;
};

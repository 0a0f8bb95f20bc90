import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The top folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const made =
	/^(node_modules|\.git|\.svelte-kit|build|\.data[^/]*|\.tmp|test-results|static\/(fonts|scripts)|src\/lib\/paraglide)(\/|$)/;

/** Every file a person wrote (paths from the top, with slashes), not what tools make. */
export const writtenFiles = (pattern = '{*,.*,.ci/**/*,[!.]*/**/*}'): string[] =>
	globSync(pattern, { cwd: root, withFileTypes: true, exclude: ['node_modules', '.git', 'build'] })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
		.filter((file) => !made.test(file))
		.toSorted();

/** The text of a file of the repository. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The TypeScript of a file: all of it, or what stands in a component's script tags. */
export const scriptOf = (file: string): string =>
	file.endsWith('.svelte')
		? [...textOf(file).matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
		: textOf(file);

/** The syntax tree of a file's TypeScript. */
export const treeOf = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);

/** What a file imports: the name as written, the file it leads to (null: a package), and whether types only. */
export type Import = { from: string; name: string; file: string | null; typeOnly: boolean };

const resolveFile = (from: string, name: string): string | null => {
	if (name.startsWith('#lib/')) return join('src/lib', name.slice('#lib/'.length));
	if (name.startsWith('.')) return join(from, '..', name);
	return null;
};

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
	if (ts.isExportDeclaration(node)) return node.isTypeOnly;
	const clause = node.importClause;
	if (!clause || clause.isTypeOnly) return Boolean(clause);
	const { namedBindings } = clause;
	return (
		!clause.name &&
		namedBindings !== undefined &&
		ts.isNamedImports(namedBindings) &&
		namedBindings.elements.every((element) => element.isTypeOnly)
	);
};

/** Every static and dynamic import, and re-export, of a file. */
export const importsOf = (from: string): Import[] => {
	const found: Import[] = [];
	const add = (name: string, typeOnly: boolean) =>
		found.push({ from, name, file: resolveFile(from, name), typeOnly });
	const visit = (node: ts.Node): void => {
		if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
			add((node.moduleSpecifier as ts.StringLiteral).text, isTypeOnly(node));
		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
			const [argument] = node.arguments;
			if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
		}
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
			add((node.argument.literal as ts.StringLiteral).text, true);
		ts.forEachChild(node, visit);
	};
	visit(treeOf(from));
	return found;
};

import { dirname } from 'node:path';
import ts from 'typescript';
import { treeOf, writtenFiles } from './repository.ts';

/** A route of the file tree: its pattern, whether it shows a page, and what may be sent to it. */
export type Route = { id: string; page: boolean; methods: string[]; actions: string[] };

const methodNames = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback']);

const isExported = (statement: ts.Statement): boolean =>
	ts.canHaveModifiers(statement) &&
	Boolean(ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));

const exportedNames = (file: string): string[] =>
	treeOf(file).statements.flatMap((statement) => {
		if (
			ts.isExportDeclaration(statement) &&
			statement.exportClause &&
			ts.isNamedExports(statement.exportClause)
		)
			return statement.exportClause.elements.map(({ name }) => name.text);
		if (!isExported(statement)) return [];
		if (ts.isVariableStatement(statement))
			return statement.declarationList.declarations.map(({ name }) => name.getText());
		return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
	});

const literalOf = (expression: ts.Expression | undefined): ts.ObjectLiteralExpression | null => {
	if (!expression) return null;
	if (ts.isSatisfiesExpression(expression) || ts.isAsExpression(expression))
		return literalOf(expression.expression);
	return ts.isObjectLiteralExpression(expression) ? expression : null;
};

const actionsOf = (file: string): string[] => {
	for (const statement of treeOf(file).statements) {
		if (!isExported(statement) || !ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			if (name.getText() !== 'actions') continue;
			const literal = literalOf(initializer);
			if (!literal) throw new Error(`${file}: write the actions as one object, so that they can be listed`);
			return literal.properties.map((property) => property.name?.getText() ?? '');
		}
	}
	return [];
};

/** Every route, read from the file tree. */
export const routes: Route[] = [
	...new Set(writtenFiles('src/routes/**/+{page.svelte,server.ts}').map(dirname)),
]
	.map((folder): Route => {
		const files = writtenFiles('src/routes/**/+*').filter((file) => dirname(file) === folder);
		const at = (name: string) => files.find((file) => file === `${folder}/${name}`);
		const server = at('+server.ts');
		const pageServer = at('+page.server.ts');
		return {
			id: folder.slice('src/routes'.length) || '/',
			page: Boolean(at('+page.svelte')),
			methods: server ? exportedNames(server).filter((name) => methodNames.has(name)) : [],
			actions: pageServer ? actionsOf(pageServer) : [],
		};
	})
	.toSorted((a, b) => a.id.localeCompare(b.id));

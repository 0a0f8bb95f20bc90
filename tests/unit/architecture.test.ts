import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importsOf, root, textOf, treeOf, writtenFiles } from '../support/repository.ts';
import type { Import } from '../support/repository.ts';

/** Which areas an area may import from (architecture: domain <- services <- server <- routes). */
const mayImport: Record<string, string[]> = {
	domain: ['domain'],
	services: ['domain', 'services'],
	i18n: ['domain', 'i18n', 'paraglide'],
	ui: ['domain', 'i18n', 'ui', 'paraglide'],
	server: ['domain', 'services', 'i18n', 'paraglide', 'server'],
	demonstration: ['domain', 'services', 'demonstration'],
	kiosk: ['domain', 'services', 'server', 'i18n', 'ui', 'paraglide', 'kiosk'],
	commands: ['domain', 'services', 'server', 'i18n', 'paraglide', 'demonstration', 'commands'],
	params: ['domain', 'i18n'],
	offline: ['domain', 'offline'],
	scripts: ['domain', 'i18n', 'kiosk', 'offline', 'scripts'],
	routes: ['domain', 'services', 'server', 'i18n', 'ui', 'paraglide', 'kiosk', 'demonstration', 'routes'],
	'hooks.ts': ['i18n'],
	// As high as the routes; of the components it hands on the style sheet alone.
	'hooks.server.ts': ['domain', 'services', 'server', 'i18n', 'ui', 'paraglide', 'kiosk'],
	'service-worker.ts': ['domain', 'i18n', 'offline'],
	'app.d.ts': ['domain', 'services', 'server', 'i18n'],
};

/** Packages an area must not know. */
const mustNotKnow: Record<string, RegExp> = {
	domain: /^(node:|svelte|@sveltejs\/|drizzle|pg(-|$)|\$|lucia|pino)/,
	services: /^(node:|svelte|@sveltejs\/|drizzle|pg(-|$)|\$|lucia|pino)/,
	server: /^(svelte$|svelte\/|\$)/,
	commands: /^(svelte|@sveltejs\/|drizzle|\$)/,
	demonstration: /^(svelte|@sveltejs\/|drizzle|pg(-|$)|\$)/,
	ui: /^(node:|@sveltejs\/|drizzle|pg(-|$)|\$env)/,
	routes: /^(drizzle|pg(-|$)|\$env)/,
};

const areaOf = (file: string): string => {
	const [, first = '', second = ''] = file.split('/');
	return first === 'lib' ? second : first;
};

const sources = writtenFiles('src/**/*.{ts,svelte}');
const imports = sources.flatMap(importsOf);
/** Components may name the shape of what a presenter lets out of the server, and nothing else of it. */
const describesWhatLeaves = ({ from, file, typeOnly }: Import) =>
	typeOnly && areaOf(from) === 'ui' && Boolean(file?.startsWith('src/lib/server/presenters/'));
const show = ({ from, name }: Import) => `${from} imports ${name}`;

const nameOfStatement = (statement: ts.Statement): string =>
	ts.isVariableStatement(statement)
		? (statement.declarationList.declarations[0]?.name.getText() ?? '')
		: 'name' in statement
			? (statement.name as ts.Identifier).text
			: statement.getText().slice(0, 40);

/** Follows imports from file to file; returns the first circle met, else null. */
const findCircle = (edges: Map<string, string[]>): string[] | null => {
	const done = new Set<string>();
	const path: string[] = [];
	const walk = (file: string): string[] | null => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return null;
		path.push(file);
		for (const next of edges.get(file) ?? []) {
			const circle = walk(next);
			if (circle) return circle;
		}
		path.pop();
		done.add(file);
		return null;
	};
	for (const file of edges.keys()) {
		const circle = walk(file);
		if (circle) return circle;
	}
	return null;
};

it('no component brings a style sheet of its own: each would be one more round trip before the first words', () =>
	expect(sources.filter((file) => file.endsWith('.svelte') && textOf(file).includes('<style'))).toEqual([]));

describe('the layers', () => {
	it('know every folder of the sources', () =>
		expect([...new Set(sources.map(areaOf))].filter((area) => !(area in mayImport))).toEqual([]));

	it('import only what stands below them', () => {
		const wrong = imports.filter(
			(each) =>
				each.file?.startsWith('src/') &&
				!mayImport[areaOf(each.from)]?.includes(areaOf(each.file)) &&
				!describesWhatLeaves(each),
		);
		expect(wrong.map(show)).toEqual([]);
	});

	it('do not know the tools of other layers', () => {
		const wrong = imports.filter(
			({ from, name, file }) => file === null && mustNotKnow[areaOf(from)]?.test(name),
		);
		expect(wrong.map(show)).toEqual([]);
	});

	it('run in no circles', () => {
		const edges = new Map<string, string[]>();
		for (const { from, file, typeOnly } of imports)
			if (file && !typeOnly) edges.set(from, [...(edges.get(from) ?? []), file]);
		expect(findCircle(edges)).toBeNull();
	});

	it('import only files that are there', () => {
		const wrong = imports.filter(
			({ file }) =>
				file &&
				/^src\/.*\.(ts|svelte)$/.test(file) &&
				!file.includes('/paraglide/') &&
				!sources.includes(file),
		);
		// What the framework makes for a route has no file of its own.
		expect(wrong.filter(({ name }) => name !== './$types').map(show)).toEqual([]);
	});

	it('run under Node itself, without the framework', { timeout: 180_000 }, () => {
		const files = sources.filter(
			(file) =>
				/^src\/(lib\/(domain|services|server|demonstration)|commands)\//.test(file) &&
				file !== 'src/commands/main.ts',
		);
		const load = `for (const file of process.argv.slice(1)) await import(file).catch((error) => { console.error(file, error); process.exitCode = 1; });`;
		const { status, stderr } = spawnSync(
			process.execPath,
			['--input-type=module', '--eval', load, ...files.map((file) => join(root, file))],
			{ cwd: root, encoding: 'utf8' },
		);
		expect(`${status} ${stderr}`).toBe('0 ');
	});
});

describe('the style of the house', () => {
	const code = [...sources, ...writtenFiles('{scripts,tests}/**/*.ts')];

	it('names files after what they hold', () => {
		const routeFile = /^\+[a-z]+(\.server)?\.(ts|svelte)$/;
		const camel = /^[a-z][a-zA-Z0-9]*(\.(server|svelte|test|spec|bench|config|d))*\.ts$/;
		const pascal = /^[A-Z][a-zA-Z0-9]*\.svelte$/;
		const wrong = code.filter(
			(file) =>
				// The framework looks for the service worker under this name.
				file !== 'src/service-worker.ts' &&
				![routeFile, camel, pascal].some((form) => form.test(basename(file))),
		);
		expect(wrong).toEqual([]);
	});

	it('has no drawer for odds and ends and no file that only passes on', () => {
		const drawers = code.filter((file) => /\/(index|utils?|helpers?|misc|common)\.ts$/.test(file));
		const passing = sources
			.filter((file) => file.endsWith('.ts'))
			.filter((file) => {
				const { statements } = treeOf(file);
				return statements.length > 0 && statements.every((each) => ts.isExportDeclaration(each));
			});
		expect([...drawers, ...passing]).toEqual([]);
	});

	it('never says "any"', () => {
		const wrong: string[] = [];
		for (const file of code) {
			const tree = treeOf(file);
			const visit = (node: ts.Node): void => {
				if (node.kind === ts.SyntaxKind.AnyKeyword)
					wrong.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
				ts.forEachChild(node, visit);
			};
			visit(tree);
		}
		expect(wrong).toEqual([]);
	});

	it('explains every function and value that domain, services and server export', () => {
		const wrong = sources
			.filter((file) => /^src\/lib\/(domain|services|server)\/.*\.ts$/.test(file))
			.flatMap((file) => {
				const exported = treeOf(file).statements.filter(
					(statement) =>
						!ts.isTypeAliasDeclaration(statement) &&
						ts.canHaveModifiers(statement) &&
						ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
				);
				const explained = new Set(
					exported
						.filter((statement) => ts.getJSDocCommentsAndTags(statement).length > 0)
						.map(nameOfStatement),
				);
				return exported
					.map(nameOfStatement)
					.filter((name) => !explained.has(name))
					.map((name) => `${file}: ${name}`);
			});
		expect(wrong).toEqual([]);
	});
});

describe('the text of the repository', () => {
	const texts = writtenFiles().filter((file) => !/\.(png|ico|woff2?|ttf|pdf)$/.test(file));

	it('names no package registry', () => {
		const hosts = [
			['registry', 'npmjs', 'org'],
			['registry', 'yarnpkg', 'com'],
			['npm', 'pkg', 'github', 'com'],
		].map((parts) => parts.join('.'));
		expect(texts.filter((file) => hosts.some((host) => textOf(file).includes(host)))).toEqual([]);
	});

	it('needs nothing outside of its own folder and leaves nothing half done', () => {
		const outside = new RegExp(
			['\\.\\./sha' + 'red\\b', '/wo' + 'rk/', '\\bTO' + 'DO\\b', '\\bFIX' + 'ME\\b', '\\bissue #?\\d'].join(
				'|',
			),
		);
		const wrong = texts
			.filter((file) => file !== 'package-lock.json')
			.flatMap((file) =>
				textOf(file)
					.split('\n')
					.flatMap((line, index) => (outside.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
			);
		expect(wrong).toEqual([]);
	});
});

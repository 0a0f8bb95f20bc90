import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOf, writtenFiles } from '../support/repository.ts';

const manifest = JSON.parse(textOf('package.json')) as Record<string, Record<string, string>>;
const groups = ['dependencies', 'devDependencies', 'optionalDependencies'];
const packages = groups.flatMap((group) => Object.entries(manifest[group] ?? {}));

describe('the documents', () => {
	it('give the reason of every dependency, and of no other', () => {
		const lines = [...textOf('docs/dependencies.md').matchAll(/^\| `([^`]+)` +\| (\S.*) \|$/gm)];
		expect(lines.map(([, name]) => name).toSorted()).toEqual(packages.map(([name]) => name).toSorted());
	});

	it('pin every dependency exactly', () =>
		expect(packages.filter(([, version]) => !/^\d+(\.\d+(\.\d+(-[\w.]+)?)?)?$/.test(version))).toEqual([]));

	it('show every folder of the library and of the top in the tree', () => {
		const tree = textOf('docs/architecture.md');
		const folders = readdirSync(join(root, 'src/lib'), { withFileTypes: true })
			.filter((entry) => entry.isDirectory())
			.map(({ name }) => name);
		const tops = [...new Set(writtenFiles().filter((file) => file.includes('/')))].map((file) =>
			file.slice(0, file.indexOf('/')),
		);
		expect([...new Set([...folders, ...tops])].filter((name) => !tree.includes(`${name}/`))).toEqual([]);
	});

	it('lead only to files that are there', () => {
		const files = new Set(writtenFiles());
		const broken = [...files]
			.filter((file) => file.endsWith('.md'))
			.flatMap((file) =>
				[...textOf(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
					.map(([, target]) => join(file, '..', target ?? ''))
					.filter(
						(target) =>
							![...files].some((each) => each === target || each.startsWith(`${target.replace(/\/$/, '')}/`)),
					)
					.map((target) => `${file} -> ${target}`),
			);
		expect(broken).toEqual([]);
	});
});

// `npm run bench [name …]`: the benchmarks one after the other. They print figures and what these are compared with; no
// figure makes this fail, only a benchmark that cannot run.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = process.env['HALTE_ROOT'] ?? process.cwd();
const wanted = process.argv.slice(2);
const names = globSync('tests/bench/*.ts', { cwd: root })
	.filter((file) => !file.endsWith('.d.ts'))
	.map((file) => basename(file, '.ts'))
	.filter((name) => wanted.length === 0 || wanted.includes(name))
	.toSorted();

for (const name of names) {
	console.log(`\n== ${name}`);
	const { status } = spawnSync(process.execPath, [join(root, 'tests/bench', `${name}.ts`)], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, HALTE_ROOT: root },
	});
	if (status !== 0) process.exitCode = 1;
}

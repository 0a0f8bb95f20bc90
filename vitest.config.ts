import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// On two cores the default is one file at a time; and many a test waits for a process or a database.
		maxWorkers: 4,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					environment: 'node',
					// Pure functions: nothing of one file can disturb another.
					isolate: false,
					testTimeout: 180_000,
				},
			},
			{
				test: {
					name: 'integration',
					include: ['tests/integration/**/*.test.ts'],
					environment: 'node',
					// Each file has a database of its own; what Halte is made of is read once for all of them.
					isolate: false,
					execArgv: ['--import', new URL('scripts/linkQuickly.ts', import.meta.url).href],
					globalSetup: 'tests/support/clusterForTests.ts',
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});

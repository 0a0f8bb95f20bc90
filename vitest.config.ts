import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		// On two cores the default is one file at a time.
		maxWorkers: 2,
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
					globalSetup: 'tests/support/clusterForTests.ts',
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});

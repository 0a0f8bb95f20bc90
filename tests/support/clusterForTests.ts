import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/server/db/migrate.ts';
import { useCluster } from '#lib/server/embedded/useCluster.ts';

declare module 'vitest' {
	interface ProvidedContext {
		clusterUrl: string;
	}
}

/** One real PostgreSQL for a run, with a migrated template that each test file copies. */
export default async (project: TestProject) => {
	const folder = mkdtempSync(join(tmpdir(), 'halte-tests-'));
	const cluster = await useCluster(folder, { flags: ['-c', 'max_connections=200', '-c', 'fsync=off'] });
	const admin = new pg.Client({ connectionString: cluster.url });
	await admin.connect();
	await admin.query('create database template_halte');
	await admin.end();
	await migrate(cluster.url.replace(/\/postgres$/, '/template_halte'));
	project.provide('clusterUrl', cluster.url);
	return async () => {
		await cluster.release();
		rmSync(folder, { recursive: true, force: true });
	};
};

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CannotStart } from '#lib/server/environment.ts';

/** An ordinary account of the machine, by its numbers. */
export type Account = { name: string; uid: number; gid: number };

/** The account PostgreSQL runs as when Halte itself runs as root (PostgreSQL refuses root); null for ordinary users. */
export const databaseAccount = (): Account | null => {
	if (process.getuid?.() !== 0) return null;
	const accounts = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
	for (const wanted of ['postgres', 'nobody']) {
		const found = accounts.find(({ name, uid }) => name === wanted && uid > 0);
		if (found) return found;
	}
	throw new CannotStart(
		'Running as root, Halte needs an account named postgres or nobody to run PostgreSQL as.',
	);
};

/** Whether the account may enter the folder and read in it. */
export const mayEnter = (account: Account, folder: string): boolean =>
	spawnSync('/bin/sh', ['-c', 'cd "$1" && test -r .', 'sh', folder], {
		uid: account.uid,
		gid: account.gid,
		cwd: '/',
		stdio: 'ignore',
	}).status === 0;

import { createChannels } from '#lib/server/channels/channels.ts';
import { openPool } from '#lib/server/db/connection.ts';
import { createDeps } from '#lib/server/deps.ts';
import { startJobs } from '#lib/server/jobs/startJobs.ts';

// A node that does nothing but send: a process of its own, to be killed. It is told where by its environment.

const { NODE_DATABASE = '', NODE_KEYS = '', NODE_SMS = '' } = process.env;
const channels = createChannels({
	sms: { url: NODE_SMS, token: null },
	...{ mail: null, push: null, letters: null, origin: 'https://halte.example', operator: 'test' },
});
const deps = createDeps(
	openPool(NODE_DATABASE, () => {}),
	NODE_KEYS,
	channels,
);
await startJobs(NODE_DATABASE, deps, { schedules: [], everySeconds: 1 });

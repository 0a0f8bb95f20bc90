// `npm start` begins here, on whatever Node >= 20.19 the machine has and with nothing installed: built-ins only.
import { runInstalled } from './installed.mjs';

if (process.env['npm_lifecycle_event'] === 'start') {
	// An npm that was killed passes no signal on, and nobody would be left to stop Halte.
	const npm = process.ppid;
	setInterval(() => {
		if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
	}, 500).unref();
}

process.exitCode = await runInstalled('scripts/serve.ts', process.argv.slice(2));

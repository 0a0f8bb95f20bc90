// `npm test` begins here, on whatever Node >= 20.19 the machine has and with nothing installed: built-ins only.
import { runInstalled } from './installed.mjs';

process.exitCode = await runInstalled('scripts/testAll.ts', process.argv.slice(2));

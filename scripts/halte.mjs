// `npm run --silent halte -- <command>` begins here: built-ins only.
import { runInstalled } from './installed.mjs';

process.exitCode = await runInstalled('scripts/command.ts', process.argv.slice(2));

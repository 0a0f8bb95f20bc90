// What `npm run halte` runs once the packages are there: the messages first, then the command.
import { compileMessagesIfChanged } from './build.ts';
import './linkQuickly.ts';

compileMessagesIfChanged(process.env['HALTE_ROOT'] ?? process.cwd());
await import('../src/commands/main.ts');

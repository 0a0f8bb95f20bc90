// What `npm start` runs once the packages are there: the messages first, which SMS, e-mails and letters are made of.
import { compileMessagesIfChanged } from './build.ts';
import './linkQuickly.ts';

compileMessagesIfChanged(process.env['HALTE_ROOT'] ?? process.cwd());
await import('./serving.ts');

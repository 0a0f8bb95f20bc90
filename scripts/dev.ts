// `npm run dev`: the pages straight from the sources, with the embedded database, for whoever works on Halte.
import { compileMessagesIfChanged } from './build.ts';
import './linkQuickly.ts';

compileMessagesIfChanged(process.cwd());
await import('./developing.ts');

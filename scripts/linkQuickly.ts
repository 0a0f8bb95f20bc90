// Imported before anything that reads the database: Node reads the package.json of drizzle-orm, 180 KB of it, again for
// each of its files that another one of them imports, which is half of the time a command takes. These files name each
// other by whole relative paths: nothing has to be looked up.
import { registerHooks } from 'node:module';

const isDrizzle = (file: string | undefined): boolean =>
	file?.includes('/node_modules/drizzle-orm/') ?? false;

registerHooks({
	resolve: (specifier, context, next) =>
		isDrizzle(context.parentURL) && /^\.{1,2}\/.*\.js$/.test(specifier)
			? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
			: next(specifier, context),
});

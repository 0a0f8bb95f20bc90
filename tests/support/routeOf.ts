import { routes } from './routes.ts';

const patterns = routes.map(({ id }) => {
	const source = id
		.split('/')
		.filter((part) => part && !/^\(.*\)$/.test(part))
		.map((part) =>
			part === '[lang=lang]'
				? '/[a-z]{2}'
				: `/${part
						.replaceAll('[x+2e]', '.')
						.replaceAll(/[.*+?^${}()|\\]/g, '\\$&')
						.replaceAll(/\[\w+(=\w+)?\]/g, '[^/]+')}`,
		)
		.join('');
	// A fixed address wins over one with a blank.
	return { id, form: new RegExp(`^${source || '/'}$`), blanks: id.split('[').length };
});

/** The route of the file tree that answers for an address; null when there is none. */
export const routeOf = (path: string): string | null =>
	patterns.filter(({ form }) => form.test(path)).toSorted((a, b) => a.blanks - b.blanks)[0]?.id ?? null;

const ofPages = /["'(]((?:\/_app\/immutable|\/scripts)\/[^"')\s]+)/g;
/** What a script cannot do without: not what it would load later, with `import(…)`. */
const ofScripts = /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g;

/** The files that a page names: styles, fonts, scripts. */
export const filesIn = (html: string): string[] => [...html.matchAll(ofPages)].map(([, file]) => file ?? '');

const scriptsIn = (script: string): string[] =>
	[...script.matchAll(ofScripts)].map(([, file]) => `/scripts/${file}`);

const fetchFile = async (file: string, cache: RequestCache): Promise<Response | null> => {
	const response = await fetch(file, { credentials: 'omit', cache }).catch(() => null);
	return response?.ok ? response : null;
};

/**
 * Fetches the files a page was just made of, which need not come over the wire again, and those that other pages name,
 * with the scripts that these need. Leaves out what cannot be had.
 */
export const fetchFiles = async (
	loaded: ReadonlySet<string>,
	named: ReadonlySet<string>,
): Promise<[string, Response][]> => {
	const found = new Map<string, Response>();
	let asked = new Set([...loaded, ...named]);
	while (asked.size > 0) {
		const next = new Set<string>();
		for (const file of asked) {
			const response = await fetchFile(file, loaded.has(file) ? 'force-cache' : 'default');
			if (!response) continue;
			found.set(file, response);
			if (!file.startsWith('/scripts/')) continue;
			for (const each of scriptsIn(await response.clone().text())) if (!found.has(each)) next.add(each);
		}
		asked = next.difference(new Set(found.keys()));
	}
	return [...found];
};

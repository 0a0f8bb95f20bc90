import { HtmlValidate } from 'html-validate/node';
import { JSDOM } from 'jsdom';
import type { Language } from '#lib/domain/languages.ts';
import { languageProfile } from '#lib/i18n/languages.ts';

const validator = new HtmlValidate({
	root: true,
	extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
	rules: {
		// The framework writes boolean attributes as `name=""` and void elements as `<br/>`; both are right in HTML 5.
		'attribute-boolean-style': 'off',
		'void-style': 'off',
		// Everything comes from our own server; the policy of the pages refuses the rest.
		'require-sri': ['error', { target: 'crossorigin' }],
		// The layout of the source is nobody's reading matter.
		'no-trailing-whitespace': 'off',
		// Telephone numbers and times are held together by `white-space: nowrap`, not by what stands in the text.
		'tel-non-breaking': 'off',
		// Without scripts nobody can be asked, and a screen that many people use still has to forget: docs/decisions/0042.
		'meta-refresh': 'off',
		// How long a title may be depends on the script it is written in.
		'long-title': 'off',
	},
});

/** What the HTML standard refuses in a page, as `rule: message (line)`. */
export const htmlFaults = async (html: string): Promise<string[]> => {
	const { results } = await validator.validateString(html);
	return results.flatMap(({ messages }) =>
		messages.map(({ ruleId, message, line, selector }) => `${ruleId}: ${message} (${line}, ${selector})`),
	);
};

// One window for all of them: to open one takes longer than to read a page.
const { DOMParser: Parser } = new JSDOM().window;
const parser = new Parser();

/** Reads a page without running anything in it. */
export const readDocument = (html: string): Document => parser.parseFromString(html, 'text/html');

/** What every page owes its reader, whatever it is about: a way to a person, a name, a language, and no foreign hand. */
export const missingFrom = (page: Document, language: Language): string[] => {
	const has = (selector: string) => page.querySelector(selector) !== null;
	const { direction } = languageProfile(language);
	const owed: Record<string, boolean> = {
		'a telephone number': has('a[href^="tel:+"], a[href^="tel:0"]'),
		'an address for post': Boolean(page.querySelector('address')?.textContent?.trim()),
		'the way to a counter': has(`:is(a[href="/${language}/offices"], a[href="/${language}/kiosk/offices"])`),
		'the way to be called back': has(
			`:is(a[href^="/${language}/help/callback"], a[href^="/${language}/kiosk/help/callback"])`,
		),
		'one h1': page.querySelectorAll('h1').length === 1,
		'a title': Boolean(page.title.trim()),
		'the language': page.documentElement.lang === language,
		'the direction': page.documentElement.dir === direction,
		'the mark of an unchecked translation':
			languageProfile(language).checkedByTranslator || has('.unchecked, .first-question'),
		'all languages': has('[data-languages], .languages'),
		// But the one style sheet that whoever arrives gets with the page: its hash is in the policy (tests/http/headers.spec.ts).
		'nothing inline':
			!has('[style], body style, style ~ style, script:not([src]), [onclick], [onload]') &&
			!has('link[rel=stylesheet] ~ style, style ~ link[rel=stylesheet]'),
		'nothing from elsewhere': !has('[src^="http"], [src^="//"], link[href^="http"]'),
	};
	return Object.entries(owed)
		.filter(([, there]) => !there)
		.map(([what]) => what);
};

import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { catalogues, placeholdersOf, pluralFaults, screens } from '../support/catalogue.ts';
import type { Message } from '../support/catalogue.ts';
import { escapedTexts } from '../support/componentTexts.ts';
import { scriptOf, textOf, treeOf, writtenFiles } from '../support/repository.ts';

/** Written by hand, and complete at every moment; the other nine follow from them (see translations.test.ts). */
const written = ['fr', 'nl', 'en'] as const;

/** The screens a newcomer goes through: their sentences are held to a length. */
const journey = new Set(
	[
		'shell',
		'home',
		'check',
		'reasons',
		'signIn',
		'me',
		'pathway',
		'courses',
		'seats',
		'help',
		'offices',
		'verify',
	].filter((screen) => screens.includes(screen)),
);

const reference = catalogues.get('fr') ?? new Map<string, Message>();
const allTexts = languages.flatMap((language) =>
	[...(catalogues.get(language)?.values() ?? [])].flatMap(({ key, screen, variants }) =>
		variants.map(({ text }) => ({ language, key, screen, text })),
	),
);
const show = ({ language, key, text }: (typeof allTexts)[number]) => `${language} ${key}: ${text}`;

describe('the catalogue', () => {
	it('is found by the compiler: each screen is named in the settings', () => {
		const settings = JSON.parse(textOf('project.inlang/settings.json')) as Record<string, unknown>;
		const { pathPattern } = settings['plugin.inlang.messageFormat'] as { pathPattern: string[] };
		const missing = screens.filter((screen) => !pathPattern.includes(`./messages/{locale}/${screen}.json`));
		expect(missing).toEqual([]);
		expect(settings['locales']).toEqual([...languages]);
	});

	it('holds no file that French does not have', () => {
		const strays = writtenFiles('messages/**/*').filter(
			(file) => !screens.some((screen) => file.endsWith(`/${screen}.json`)),
		);
		expect(strays).toEqual([]);
	});

	it.each(written)('%s has the same keys as French', (language) =>
		expect([...(catalogues.get(language)?.keys() ?? [])].toSorted()).toEqual(
			[...reference.keys()].toSorted(),
		),
	);

	it('names its messages in snake case', () =>
		expect([...reference.keys()].filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)+$/.test(key))).toEqual([]));

	it.each(languages)('%s fills in the same values as French', (language) => {
		const wrong = [...(catalogues.get(language)?.values() ?? [])].filter((message) => {
			const original = reference.get(message.key);
			// A plural form may leave the number out; what else differs is a fault.
			const counted = new Set([...message.plurals.values()].map(({ input }) => input));
			const named = (each: Message) => placeholdersOf(each).filter((name) => !counted.has(name));
			return original && named(message).join() !== named(original).join();
		});
		expect(wrong.map(({ key }) => key)).toEqual([]);
	});

	it.each(languages)('%s has a text for every plural category', (language) => {
		const messages = [...(catalogues.get(language)?.values() ?? [])];
		expect(messages.flatMap((message) => pluralFaults(language, message))).toEqual([]);
		const uncounted = messages.filter(
			({ key, plurals }) => plurals.size !== (reference.get(key)?.plurals.size ?? 0),
		);
		expect(uncounted.map(({ key }) => key)).toEqual([]);
	});

	it('hides no control characters: direction is the business of the markup', () => {
		const control = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/u;
		expect(allTexts.filter(({ text }) => control.test(text)).map(show)).toEqual([]);
	});

	it('writes its numbers in Latin digits, as the letters, the telephones and the trams do', () =>
		expect(allTexts.filter(({ text }) => /(?![0-9])\p{Nd}/u.test(text)).map(show)).toEqual([]));

	it('holds no markup and no empty text', () =>
		expect(allTexts.filter(({ text }) => text.trim() === '' || /[<>]/.test(text)).map(show)).toEqual([]));

	it('leaves no French behind in another language', () => {
		const wrong = allTexts.filter(({ language, key, text }) => {
			if (language === 'fr' || text.replaceAll(/\{\w+\}/g, '').match(/\p{L}+/gu)?.length === undefined)
				return false;
			const wordsIn = text.split(/\s+/).length;
			return wordsIn > 3 && reference.get(key)?.variants.some((variant) => variant.text === text);
		});
		expect(wrong.map(show)).toEqual([]);
	});
});

describe('plain words', () => {
	const piecesOf = (text: string) =>
		text
			.split(/(?<=[.!?…])\s+/u)
			.filter((piece) => /\p{L}/u.test(piece))
			.map((piece) => ({
				piece,
				whole: /[.!?…]$/u.test(piece),
				words: piece.split(/\s+/).filter((word) => /[\p{L}\p{N}}]/u.test(word)).length,
			}));
	const pieces = (language: string) =>
		allTexts
			.filter((each) => each.language === language && journey.has(each.screen))
			.flatMap((each) => piecesOf(each.text).map((piece) => ({ ...each, ...piece })));

	it.each(written)('%s: no sentence of the journey is longer than 20 words', (language) => {
		const long = pieces(language).filter(({ words }) => words > 20);
		expect(long.map(({ key, words, piece }) => `${key} (${words}): ${piece}`)).toEqual([]);
	});

	it.each(written)('%s: sentences of each screen have 12 words or fewer in the mean', (language) => {
		const over = [...journey].flatMap((screen) => {
			const sentences = pieces(language).filter((each) => each.screen === screen && each.whole);
			const mean = sentences.reduce((sum, { words }) => sum + words, 0) / (sentences.length || 1);
			return mean > 12 ? [`${screen}: ${mean.toFixed(1)}`] : [];
		});
		expect(over).toEqual([]);
	});
});

describe('the use of the catalogue', () => {
	const code = writtenFiles('src/**/*.{ts,svelte}');

	it('lets no text of a component escape it', () =>
		expect(code.filter((file) => file.endsWith('.svelte')).flatMap(escapedTexts)).toEqual([]));

	it('lets no sentence stand in a route', () => {
		const wrong: string[] = [];
		for (const file of code.filter((each) => /^src\/routes\/.*\.ts$/.test(each))) {
			const visit = (node: ts.Node): void => {
				const thrown = ts.isNewExpression(node) && /Error$/.test(node.expression.getText());
				if (ts.isStringLiteralLike(node) && /\p{L}{2,}\s+\p{L}{2,}/u.test(node.text))
					wrong.push(`${file}: ${node.text}`);
				if (!thrown) ts.forEachChild(node, visit);
			};
			visit(treeOf(file));
		}
		expect(wrong).toEqual([]);
	});

	const scripts = code.map((file) => (file.endsWith('.svelte') ? textOf(file) : scriptOf(file))).join('\n');

	it('asks for no message that is not there', () => {
		const asked = new Set([...scripts.matchAll(/\bm\.([a-z0-9_]+)/g)].map((found) => found[1] ?? ''));
		expect([...asked].filter((key) => !reference.has(key))).toEqual([]);
	});

	it('holds no message that nothing asks for', () => {
		const named = new Set([...scripts.matchAll(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g)].map(([word]) => word));
		const stems = [...scripts.matchAll(/[`'"]([a-z][a-z0-9]*_(?:[a-z0-9]+_)*)(?:\$\{|[`'"])/g)].map(
			(found) => found[1] ?? '',
		);
		const unused = [...reference.keys()].filter(
			(key) => !named.has(key) && !stems.some((stem) => key.startsWith(stem)),
		);
		expect(unused).toEqual([]);
	});
});

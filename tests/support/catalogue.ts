import { existsSync, globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { languages } from '#lib/domain/languages.ts';
import type { Language } from '#lib/domain/languages.ts';
import { root, textOf } from './repository.ts';

/** One text of a message and when it is shown: `{ countPlural: 'one' }`; `{}` when always. */
export type Variant = { when: Record<string, string>; text: string };

/** A message in one language: its variants, and the local plural variables with the kind of number each counts. */
export type Message = {
	screen: string;
	key: string;
	variants: Variant[];
	plurals: Map<string, { input: string; type: 'cardinal' | 'ordinal' }>;
};

type Branches = { declarations?: string[]; selectors?: string[]; match: Record<string, string> };

const conditionsOf = (match: string): Record<string, string> =>
	Object.fromEntries(
		match.split(',').map((condition) => {
			const [name = '', value = ''] = condition.split('=').map((part) => part.trim());
			return [name, value];
		}),
	);

const readMessage = (screen: string, key: string, value: string | Branches[]): Message => {
	if (typeof value === 'string')
		return { screen, key, variants: [{ when: {}, text: value }], plurals: new Map() };
	const plurals: Message['plurals'] = new Map();
	for (const declaration of value.flatMap((branches) => branches.declarations ?? [])) {
		const found = /^local (\w+) = (\w+): plural(.*)$/.exec(declaration);
		if (found?.[1] && found[2])
			plurals.set(found[1], {
				input: found[2],
				type: found[3]?.includes('ordinal') ? 'ordinal' : 'cardinal',
			});
	}
	const variants = value.flatMap(({ match }) =>
		Object.entries(match).map(([when, text]) => ({ when: conditionsOf(when), text })),
	);
	return { screen, key, variants, plurals };
};

/** The screens of the catalogue, from the files of French, the text of reference. */
export const screens: string[] = globSync('messages/fr/*.json', { cwd: root })
	.map((file) => basename(file, '.json'))
	.toSorted();

/** All messages of one language, by key; languages that lack a screen simply lack its keys. */
export const catalogueOf = (language: Language): Map<string, Message> => {
	const catalogue = new Map<string, Message>();
	for (const screen of screens) {
		const file = `messages/${language}/${screen}.json`;
		if (!existsSync(join(root, file))) continue;
		const messages = JSON.parse(textOf(file)) as Record<string, string | Branches[]>;
		for (const [key, value] of Object.entries(messages)) {
			if (key === '$schema') continue;
			if (catalogue.has(key)) throw new Error(`${key} stands twice in the catalogue of ${language}`);
			catalogue.set(key, readMessage(screen, key, value));
		}
	}
	return catalogue;
};

/** The whole catalogue. */
export const catalogues = new Map(languages.map((language) => [language, catalogueOf(language)]));

/** The names between braces that a message fills in, in any of its variants. */
export const placeholdersOf = ({ variants }: Message): string[] =>
	[
		...new Set(
			variants.flatMap(({ text }) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')),
		),
	].toSorted();

const numbers = Array.from({ length: 200 }, (_, index) => index + 1);

/** What is wrong with the plural forms of a message: categories without a text, and texts that hide a number. */
export const pluralFaults = (language: Language, message: Message): string[] => {
	const faults: string[] = [];
	for (const [local, { input, type }] of message.plurals) {
		const rules = new Intl.PluralRules(language, { type });
		for (const category of rules.resolvedOptions().pluralCategories) {
			const covering = message.variants.filter(({ when }) => [category, '*'].includes(when[local] ?? '*'));
			if (covering.length === 0) faults.push(`${message.key} has no text for ${local}=${category}`);
		}
		for (const { when, text } of message.variants) {
			const category = when[local];
			const counted = numbers.filter((number) => rules.select(number) === category);
			if (counted.length > 1 && !text.includes(`{${input}}`))
				faults.push(`${message.key} says the same for ${counted.slice(0, 3).join(', ')}… (${category})`);
		}
	}
	return faults;
};

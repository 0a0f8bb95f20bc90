import type { Language } from '#lib/domain/languages.ts';
import type { Key } from './drawKeys.ts';
import { formsOf, layouts, letters, unseen } from './keyLayouts.ts';
import type { Layout } from './keyLayouts.ts';
import { erase, exchange, write } from './writeInField.ts';
import type { Field } from './writeInField.ts';

/** What is being written: where, with which keys, capitals or not, and the letter whose forms are offered. */
export type Writing = {
	field: Field;
	language: Language;
	layout: LayoutName;
	capitals: boolean;
	last: string;
};

type LayoutName = keyof typeof layouts | 'own';

/** The names of the keys that are not letters, from the page: `data-erase` and so on. */
type Words = Readonly<Record<string, string | undefined>>;

const layoutOf = ({ layout, language }: Writing): Layout =>
	layout === 'own' ? letters[language] : layouts[layout];

/** The sets of keys for a field, that of its most likely answer first. */
export const layoutsFor = (field: Field, language: Language): LayoutName[] => {
	const mode = (field.dataset['mode'] ??= field.inputMode);
	if (field.type === 'tel' || mode === 'numeric' || mode === 'tel') return ['digits'];
	if (field.type === 'email' || mode === 'email') return ['mail', 'signs'];
	if (field.autocapitalize === 'characters') return ['code', 'signs'];
	return letters[language].sample === 'abc' ? ['own', 'signs'] : ['own', 'latin', 'signs'];
};

const upper = (letter: string, language: Language): string => letter.toLocaleUpperCase(language);

const letterKey = (writing: Writing, letter: string, change: (to: Partial<Writing>) => void): Key => {
	const shown = writing.capitals ? upper(letter, writing.language) : letter;
	return {
		shown: unseen[shown] ?? shown,
		...(unseen[shown] ? { kind: 'unseen' } : {}),
		...(writing.layout === 'own' ? { lang: writing.language } : {}),
		press: () => {
			write(writing.field, shown);
			// One capital at a time, as at the beginning of a sentence or of a name.
			change({ capitals: false, last: shown });
		},
	};
};

const formKeys = ({ field, last, language }: Writing, change: (to: Partial<Writing>) => void): Key[] =>
	formsOf(last).map((form) => ({
		shown: form,
		kind: 'form',
		lang: language,
		press: () => {
			exchange(field, last, form);
			change({ last: form });
		},
	}));

const controlKeys = (
	writing: Writing,
	words: Words,
	change: (to: Partial<Writing>) => void,
	close: () => void,
): Key[] => {
	const { field, language, layout, capitals } = writing;
	const isText = layout !== 'code' && layout !== 'mail';
	const hasCase = layoutOf(writing).rows.some((row) => upper(row, language) !== row.toLowerCase());
	const others = layoutsFor(field, language).filter((each) => each !== layout);
	const said = (name: string): string => words[name] ?? '';
	return [
		{ shown: said('close'), kind: 'close', press: close },
		...(isText && hasCase
			? [
					{
						shown: upper(layoutOf(writing).sample, language),
						named: `${upper(layoutOf(writing).sample, language)} ${said('capitals')}`,
						kind: 'shift',
						pressed: capitals,
						press: () => change({ capitals: !capitals }),
					},
				]
			: []),
		...others.map((each) => {
			const { sample } = layoutOf({ ...writing, layout: each });
			// All that is not named is in Latin letters.
			const named = `${sample} ${words[each] ?? said('latin')}`;
			return {
				shown: sample,
				named,
				kind: each,
				press: () => change({ layout: each, last: '', capitals: false }),
			};
		}),
		...(layout === 'digits' ? [] : [{ shown: said('space'), kind: 'space', press: () => write(field, ' ') }]),
		...(field instanceof HTMLTextAreaElement
			? [{ shown: '↵', named: said('line'), kind: 'line', press: () => write(field, '\n') }]
			: []),
		{ shown: said('erase'), kind: 'erase', press: () => erase(field) },
	];
};

/** Takes what is being written and returns the keys for it, row by row; `change` is called when others are wanted. */
export const keysOf = (
	writing: Writing,
	words: Words,
	change: (to: Partial<Writing>) => void,
	close: () => void,
): Key[][] => {
	const { rows } = layoutOf(writing);
	const hasForms = rows.some((row) => [...row].some((letter) => formsOf(letter).length > 0));
	return [
		...(hasForms ? [formKeys(writing, change)] : []),
		...rows.map((row) => [...row].map((letter) => letterKey(writing, letter, change))),
		controlKeys(writing, words, change, close),
	];
};

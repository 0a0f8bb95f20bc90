// Cuts the fonts of the pages to what is read here: one file a script and weight, none of them with the bytes of another.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { languageProfiles } from '#lib/i18n/languages.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/lib/ui/fonts');

const span = (first: number, last: number): string =>
	String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));

const messagesOf = (language: string): string =>
	globSync(join(root, 'messages', language, '*.json'))
		.map((file) => readFileSync(file, 'utf8'))
		.join('');
const ethiopicIn = (text: string): string => text.replace(/[^\u1200-\u137f]/g, '');

const latin = span(0x20, 0x7e) + span(0xa0, 0xff) + 'ıŒœˆ˚˜' + span(0x2000, 0x206f) + '€™−←→↑↓';
const latinExtended =
	span(0x100, 0x17f) + span(0x1cd, 0x21b) + 'Ə ə ʻ ʼ' + span(0x300, 0x323) + span(0x1e00, 0x1e9f);
// Arabic, Persian, Dari and Pashto, with the forms that texts copied from elsewhere may carry.
const arabic = span(0x600, 0x6ff) + '\u200c\u200d\u200e' + span(0xfe70, 0xfefc);
const cyrillic = span(0x400, 0x45f) + 'ҐґҒғҚқҢңҮүҰұҲҳӘәӨө№\u0301';
// The syllabary of Tigrinya and Amharic with its signs; names in it are written with any of these. The numerals of the
// script are not used for dates and numbers here.
const ethiopic = span(0x1200, 0x1357) + span(0x1361, 0x1368);
const ownNames = languageProfiles.map(({ ownName, wordForLanguage }) => ownName + wordForLanguage).join('');

const ethiopicRead = ethiopicIn(messagesOf('ti') + ownNames);
const ethiopicElse = [...ethiopic].filter((letter) => !ethiopicRead.includes(letter)).join('');

// `tnum`: times and dates stand under one another; `locl`: the dotted and dotless i of Turkish.
const latinFeatures = ['kern', 'liga', 'tnum', 'ccmp', 'locl', 'mark', 'mkmk'];
// Half of that file is kerning, of letters that stand apart by themselves: a difference that only the bill shows.
const ethiopicFeatures: string[] = [];
const atkinson = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';
const vazirmatn = '@fontsource/vazirmatn/files/vazirmatn-arabic';
const noto = '@fontsource/noto-sans/files/noto-sans-cyrillic';
const notoEthiopic = '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic';

const cuts: { name: string; from: string; text: string; keepFeatures?: string[] }[] = [
	...['400', '700'].flatMap((weight) => [
		{
			name: `latin-${weight}`,
			from: `${atkinson}-latin-${weight}`,
			text: latin,
			keepFeatures: latinFeatures,
		},
		{
			name: `latin-extended-${weight}`,
			from: `${atkinson}-latin-ext-${weight}`,
			text: latinExtended,
			keepFeatures: latinFeatures,
		},
		{ name: `arabic-${weight}`, from: `${vazirmatn}-${weight}`, text: arabic },
		{ name: `cyrillic-${weight}`, from: `${noto}-${weight}`, text: cyrillic },
	]),
	// What the catalogue uses, and no more; a name with another syllable brings the rest of the regular face along.
	...['400', '700'].map((weight) => ({
		name: `ethiopic-${weight}`,
		from: `${notoEthiopic}-${weight}`,
		text: ethiopicRead,
		keepFeatures: ethiopicFeatures,
	})),
	{
		name: 'ethiopic-rest',
		from: `${notoEthiopic}-400`,
		text: ethiopicElse,
		keepFeatures: ethiopicFeatures,
	},
	// The names of the languages stand on every page: a few letters of each script, not the whole of it.
	{ name: 'names-arabic', from: `${vazirmatn}-400`, text: ownNames },
	{ name: 'names-cyrillic', from: `${noto}-400`, text: ownNames },
	{ name: 'names-ethiopic', from: `${notoEthiopic}-400`, text: ownNames, keepFeatures: ethiopicFeatures },
];

mkdirSync(folder, { recursive: true });
for (const { name, from, text, keepFeatures } of cuts) {
	const original = readFileSync(join(root, 'node_modules', `${from}-normal.woff2`));
	const cut = await subsetFont(original, text, {
		targetFormat: 'woff2',
		noHinting: true,
		...(keepFeatures && { keepFeatures }),
	});
	const file = join(folder, `${name}.woff2`);
	// A file that did not change keeps its date, and with it whatever was built from it.
	if (!existsSync(file) || !readFileSync(file).equals(cut)) writeFileSync(file, cut);
}

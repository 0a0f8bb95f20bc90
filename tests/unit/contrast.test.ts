import { describe, expect, it } from 'vitest';
import { textOf } from '../support/repository.ts';

const tokens = textOf('src/lib/ui/tokens.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The custom properties that each `:root` block sets, with the media query it stands in. */
const blocks = [...tokens.matchAll(/(?:@media ([^{]+)\{\s*)?:root\s*\{([^}]*)\}/g)].map(
	([, media = '', body = '']) => ({
		media: media.trim(),
		values: Object.fromEntries(
			[...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]),
		),
	}),
);

const paletteFor = (dark: boolean, more: boolean): Record<string, string> =>
	Object.assign(
		{},
		...blocks
			.filter(({ media }) => {
				const wantsDark = media.includes('prefers-color-scheme: dark');
				const wantsMore = media.includes('prefers-contrast: more');
				return (!wantsDark || dark) && (!wantsMore || more);
			})
			.map(({ values }) => values),
	) as Record<string, string>;

/** Relative luminance of a colour `#rrggbb` (WCAG 2.2, definition). */
const luminance = (colour: string): number => {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
		const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
};

const surfaces = ['paper', 'platform', 'field'];
const on = (grounds: string[], words: string[], least: number) =>
	words.flatMap((word) => grounds.map((ground) => ({ word, ground, least })));

const pairs = [
	// Words to read: AAA.
	...on(surfaces, ['ink', 'ink-second'], 7),
	...on(['paper', 'platform'], ['link'], 7),
	...on(['paper', 'careful-paper'], ['careful'], 7),
	// Words on buttons and signs: AA.
	...on(['line'], ['on-line'], 4.5),
	...on(['now'], ['on-now'], 4.5),
	...on(['careful'], ['on-careful'], 4.5),
	...on(['strip'], ['on-strip'], 4.5),
	// Shapes that carry meaning, and the ring of the keyboard.
	...on(surfaces, ['edge', 'focus'], 3),
	...on(['paper', 'platform'], ['line'], 3),
	...on(['paper'], ['careful'], 3),
];

describe.each([
	['light', false, false],
	['dark', true, false],
	['light, more contrast', false, true],
	['dark, more contrast', true, true],
])('the colours, %s', (_, dark, more) => {
	const palette = paletteFor(dark, more);

	it.each(pairs)('$word on $ground: $least', ({ word, ground, least }) =>
		expect(contrast(palette[word]!, palette[ground]!)).toBeGreaterThanOrEqual(least),
	);

	it('are all written so that this test can read them', () => {
		const named = [...new Set(pairs.flatMap(({ word, ground }) => [word, ground]))];
		expect(named.filter((name) => !/^#[0-9a-f]{6}$/i.test(palette[name] ?? ''))).toEqual([]);
	});
});

it('every combination of wishes has colours of its own', () => {
	const papers = [false, true].flatMap((dark) =>
		[false, true].map((more) => paletteFor(dark, more)['paper']),
	);
	expect(new Set(papers).size).toBe(4);
});

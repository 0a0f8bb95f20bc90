import type { LanguageProfile } from '#lib/i18n/languages.ts';
import arabic from './fonts/arabic-400.woff2?url';
import cyrillic from './fonts/cyrillic-400.woff2?url';
import ethiopic from './fonts/ethiopic-400.woff2?url';
import latin from './fonts/latin-400.woff2?url';
import latinBold from './fonts/latin-700.woff2?url';

const files: Record<LanguageProfile['script'], string[]> = {
	latin: [latin, latinBold],
	// Numbers and names are Latin in every language.
	arabic: [arabic, latin],
	cyrillic: [cyrillic, latin],
	ethiopic: [ethiopic, latin],
};

/** The font files that a page in this script needs first, so that the browser asks for them at once. */
export const fontsOf = (script: LanguageProfile['script']): string[] => files[script];

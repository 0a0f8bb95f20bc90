import { signLanguages } from './callback.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Several languages, and no language at all (ISO 639-2): nobody is spoken to in these. */
const notOne = ['mul', 'zxx'];

/**
 * Takes a text and says whether it is the tag (BCP 47) of a language that has a name (Unicode CLDR), or of a sign language
 * in use here. Another one would stand on the page as bare letters, and one of the wrong form would break it.
 */
export function isKnownLanguage(tag: string): boolean {
	if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return false;
	const [primary = ''] = tag.toLowerCase().split('-', 1);
	if ((signLanguages as readonly string[]).includes(primary)) return tag.length === primary.length;
	return !notOne.includes(primary) && isWellFormed(tag) && names.of(primary) !== undefined;
}

function isWellFormed(tag: string): boolean {
	try {
		return names.of(tag) !== '';
	} catch {
		return false;
	}
}

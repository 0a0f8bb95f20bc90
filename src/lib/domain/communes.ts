import type { Language, LetterLanguage } from './languages.ts';

/** A commune of the Brussels-Capital Region. A postcode does not identify one: Brussels shares 1040 and 1050. */
export type Commune = {
	readonly nis: string;
	readonly fr: string;
	readonly nl: string;
	readonly postcodes: readonly string[];
	/** The language of its letters to someone who chose neither French nor Dutch. */
	readonly letterLanguage: LetterLanguage;
};

/** The 19 communes in the order of their NIS codes (Statbel, REFNIS). */
export const communes: readonly Commune[] = [
	commune('21001', 'Anderlecht', 'Anderlecht', '1070'),
	commune('21002', 'Auderghem', 'Oudergem', '1160'),
	commune('21003', 'Berchem-Sainte-Agathe', 'Sint-Agatha-Berchem', '1082'),
	commune('21004', 'Bruxelles', 'Brussel', '1000', '1020', '1120', '1130', '1040', '1050'),
	commune('21005', 'Etterbeek', 'Etterbeek', '1040'),
	commune('21006', 'Evere', 'Evere', '1140'),
	commune('21007', 'Forest', 'Vorst', '1190'),
	commune('21008', 'Ganshoren', 'Ganshoren', '1083'),
	commune('21009', 'Ixelles', 'Elsene', '1050'),
	commune('21010', 'Jette', 'Jette', '1090'),
	commune('21011', 'Koekelberg', 'Koekelberg', '1081'),
	commune('21012', 'Molenbeek-Saint-Jean', 'Sint-Jans-Molenbeek', '1080'),
	commune('21013', 'Saint-Gilles', 'Sint-Gillis', '1060'),
	commune('21014', 'Saint-Josse-ten-Noode', 'Sint-Joost-ten-Node', '1210'),
	commune('21015', 'Schaerbeek', 'Schaarbeek', '1030'),
	commune('21016', 'Uccle', 'Ukkel', '1180'),
	commune('21017', 'Watermael-Boitsfort', 'Watermaal-Bosvoorde', '1170'),
	commune('21018', 'Woluwe-Saint-Lambert', 'Sint-Lambrechts-Woluwe', '1200'),
	commune('21019', 'Woluwe-Saint-Pierre', 'Sint-Pieters-Woluwe', '1150'),
];

const byNis = new Map(communes.map((each) => [each.nis, each]));

/** Takes a NIS code and returns its commune, or undefined when it is not one of the 19. */
export function communeOf(nis: string): Commune | undefined {
	return byNis.get(nis);
}

function commune(nis: string, fr: string, nl: string, ...postcodes: string[]): Commune {
	return { nis, fr, nl, postcodes, letterLanguage: 'fr' };
}

/** Takes the language of a person and their commune's NIS code and returns the language of their letters: French or Dutch as the person chose, else as the commune writes. */
export function letterLanguageOf(language: Language, commune: string): LetterLanguage {
	return language === 'fr' || language === 'nl' ? language : (communeOf(commune)?.letterLanguage ?? 'fr');
}

/** Takes an address as people write it and returns the last Brussels postcode in it, or null. */
export function postcodeIn(address: string): string | null {
	return address.match(/(?<!\d)1[012]\d\d(?!\d)/g)?.at(-1) ?? null;
}

/** Takes a postcode and returns the commune that it is usually taken for, or undefined. */
export function communeAt(postcode: string): Commune | undefined {
	// The last one: Brussels shares postcodes with Etterbeek and Ixelles, which come after it.
	return communes.findLast((each) => each.postcodes.includes(postcode));
}

/** Takes a postcode, a NIS code or the name of a commune, written anyhow, and returns the postcodes meant; [] when there is none. */
export function postcodesNamed(text: string): readonly string[] {
	const asked = plain(text);
	if (/^1[012]\d\d$/.test(asked)) return [asked];
	return communes.find(({ nis, fr, nl }) => [nis, plain(fr), plain(nl)].includes(asked))?.postcodes ?? [];
}

const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[\s-]+/g, ' ')
		.trim();

import type { Language } from '#lib/domain/languages.ts';
import { onceForEach } from './onceForEach.ts';
import { stateless, unknownNationality } from '#lib/domain/countries.ts';

/**
 * Every country with a nationality of its own: ISO 3166-1 alpha-3 followed by alpha-2, which is what names are kept
 * by in browsers and Node. Territories whose people hold another country's nationality are left out.
 */
const codes = `
AFGAF AGOAO ALBAL ANDAD AREAE ARGAR ARMAM ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE BENBJ BFABF BGDBD BGRBG BHRBH
BHSBS BIHBA BLRBY BLZBZ BOLBO BRABR BRBBB BRNBN BTNBT BWABW CAFCF CANCA CHECH CHLCL CHNCN CIVCI CMRCM CODCD
COGCG COLCO COMKM CPVCV CRICR CUBCU CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH
ESPES ESTEE ETHET FINFI FJIFJ FRAFR FSMFM GABGA GBRGB GEOGE GHAGH GINGN GMBGM GNBGW GNQGQ GRCGR GRDGD GTMGT
GUYGY HKGHK HNDHN HRVHR HTIHT HUNHU IDNID INDIN IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JORJO JPNJP KAZKZ
KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT LUXLU LVALV
MACMO MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MOZMZ MRTMR MUSMU MWIMW
MYSMY NAMNA NERNE NGANG NICNI NLDNL NORNO NPLNP NRUNR NZLNZ OMNOM PAKPK PANPA PERPE PHLPH PLWPW PNGPG POLPL
PRKKP PRTPT PRYPY PSEPS QATQA ROURO RUSRU RWARW SAUSA SDNSD SENSN SGPSG SLBSB SLESL SLVSV SMRSM SOMSO SRBRS
SSDSS STPST SURSR SVKSK SVNSI SWESE SWZSZ SYCSC SYRSY TCDTD TGOTG THATH TJKTJ TKMTM TLSTL TONTO TTOTT TUNTN
TURTR TUVTV TWNTW TZATZ UGAUG UKRUA URYUY USAUS UZBUZ VATVA VCTVC VENVE VNMVN VUTVU WSMWS XKXXK YEMYE ZAFZA
ZMBZM ZWEZW`;

const pairs = codes
	.trim()
	.split(/\s+/)
	.map((pair) => ({ alpha3: pair.slice(0, 3), alpha2: pair.slice(3) }));

/** A country, as one can choose it: its alpha-3 code and its name in the reader's language. */
export type CountryChoice = { code: string; name: string };

/** Takes a language and returns all countries by their names in it, in the order of its alphabet. */
export const countriesIn = onceForEach((language: Language): readonly CountryChoice[] => {
	const names = namesIn(language);
	const collator = new Intl.Collator(language);
	return pairs
		.map(({ alpha3, alpha2 }) => ({ code: alpha3, name: names(alpha2) }))
		.sort((one, other) => collator.compare(one.name, other.name));
});

/** Takes any text and says whether it is a nationality that can be chosen: a country, stateless or unknown. */
export const isNationalityChoice = (code: string): boolean =>
	code === stateless || code === unknownNationality || pairs.some(({ alpha3 }) => alpha3 === code);

/** Takes the alpha-3 code of a country and a language and returns its name, or the code when it has none. */
export const countryName = (code: string, language: Language): string => {
	const pair = pairs.find(({ alpha3 }) => alpha3 === code);
	return pair ? namesIn(language)(pair.alpha2) : code;
};

const regionsIn = onceForEach(
	(language: Language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
);

/** Names in a language; a name that it lacks is said in French, the language of reference. */
const namesIn =
	(language: Language) =>
	(alpha2: string): string =>
		regionsIn(language).of(alpha2) ?? regionsIn('fr').of(alpha2) ?? alpha2;

import { isolate } from './isolate.ts';
import { onceForEach } from './onceForEach.ts';
import { inReadersLanguage } from './originals.ts';

const numbersIn = onceForEach((language) => new Intl.NumberFormat(`${language}-u-nu-latn`));

/** Says an amount of whole euros in the language of the request, without the word for euros, to stand in a sentence. */
export const sayAmount = (euros: number): string =>
	inReadersLanguage((language) => isolate(numbersIn(language).format(euros)));

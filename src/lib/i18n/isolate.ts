/**
 * Takes a name, number or date and returns it so that it keeps its own direction inside a sentence of the other one
 * (Unicode UAX 9, FSI and PDI): what `<bdi>` does where a text has no room for elements.
 */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

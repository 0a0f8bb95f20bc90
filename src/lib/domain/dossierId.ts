import { readSymbols } from './crockford.ts';

/** Takes the id of a dossier as somebody typed it and returns it as it is kept; what cannot be one stays as it is. */
export const readDossierId = (typed: string): string => readSymbols(typed, 12) ?? typed;

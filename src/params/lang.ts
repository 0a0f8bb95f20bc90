import { isLanguage } from '#lib/domain/languages.ts';

export const match = (param: string): boolean => isLanguage(param);

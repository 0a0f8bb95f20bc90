import { readDossierId } from '#lib/domain/dossierId.ts';
import type { Arguments } from './command.ts';

/** The dossier that a command is about: its first word, which is copied from paper or heard on the telephone. */
export const dossierNamed = ({ words }: Arguments): string => readDossierId(words[0] ?? '');

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { brusselsToday } from '#lib/domain/brusselsTime.ts';
import type { Delivery, Destination, Notice } from '#lib/services/ports/channels.ts';
import { fileToHandOver } from '../documents/fileToHandOver.ts';
import { noticePdf } from '../documents/noticePdf.ts';
import type { LetterSetting } from '../documents/letterWords.ts';

/** The folder in which letters wait to be printed and posted, one folder for each day. */
export type LetterSettings = LetterSetting & { folder: string };

/**
 * Writes a letter into the batch of the day it was written: one file for one message, so sent again it is the same file.
 * It is whole or not there.
 */
export const sendLetter = async (
	{ folder, ...setting }: LetterSettings,
	to: Extract<Destination, { channel: 'letter' }>,
	notice: Notice,
): Promise<Delivery> => {
	const pdf = await noticePdf(to, notice, setting);
	const day = join(folder, brusselsToday(notice.writtenAt));
	try {
		mkdirSync(day, { recursive: true, mode: 0o700 });
		const file = fileToHandOver(join(day, `${notice.id}.pdf`));
		try {
			file.write(pdf);
			file.handOver();
		} finally {
			file.takeBack();
		}
		return { outcome: 'accepted' };
	} catch {
		return { outcome: 'later', reason: 'not_writable' };
	}
};

import { and, eq, isNull } from 'drizzle-orm';
import type { LetterCodes } from '#lib/services/ports/letterCodes.ts';
import type { Db } from './connection.ts';
import { dossier } from './schema/dossiers.ts';
import { letterCode } from './schema/signIn.ts';

/** The codes of letters on PostgreSQL. */
export const letterCodesOn = (db: Db): LetterCodes => ({
	async replace(id, hash, at) {
		// Two letters made at once: the dossier's row makes the second wait, so that it ends the code of the first.
		await db.select({ id: dossier.id }).from(dossier).where(eq(dossier.id, id)).for('update');
		await db
			.update(letterCode)
			.set({ endedAt: at })
			.where(and(eq(letterCode.dossier, id), isNull(letterCode.endedAt)));
		await db.insert(letterCode).values({ codeHash: hash, dossier: id, createdAt: at });
	},
	async find(hash) {
		const [found] = await db
			.select({ dossier: letterCode.dossier })
			.from(letterCode)
			.where(and(eq(letterCode.codeHash, hash), isNull(letterCode.endedAt)));
		return found ?? null;
	},
});

import { and, eq, lt } from 'drizzle-orm';
import type { IdempotentAnswers } from '#lib/services/ports/idempotentAnswers.ts';
import type { Db } from './connection.ts';
import { idempotentAnswer } from './schema/courses.ts';

/** Answers already given, on PostgreSQL. */
export const idempotentAnswersOn = (db: Db): IdempotentAnswers => ({
	async find(actor, key) {
		const [found] = await db
			.select({ answer: idempotentAnswer.answer })
			.from(idempotentAnswer)
			.where(and(eq(idempotentAnswer.actor, actor), eq(idempotentAnswer.key, key)));
		return found?.answer ?? null;
	},
	async keep(actor, key, answer, at) {
		await db.insert(idempotentAnswer).values({ actor, key, answer, at });
	},
	async forgetBefore(instant) {
		const { rowCount } = await db.delete(idempotentAnswer).where(lt(idempotentAnswer.at, instant));
		return rowCount ?? 0;
	},
});

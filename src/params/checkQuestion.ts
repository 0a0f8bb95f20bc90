import { checkQuestions, type CheckQuestion } from '#lib/domain/checkQuestions.ts';

export const match = (param: string): param is CheckQuestion =>
	(checkQuestions as readonly string[]).includes(param);

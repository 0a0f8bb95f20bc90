import { describe, expect, it } from 'vitest';
import {
	checkQuestions,
	firstOpenQuestion,
	questionAfter,
	questionsFor,
	wholeAnswers,
	type PartialAnswers,
} from '#lib/domain/checkQuestions.ts';
import { relations } from '#lib/domain/checkAnswers.ts';

const all: PartialAnswers = {
	paper: 'long',
	registeredOn: '2026-03-10',
	birthDate: null,
	legalStaySince: null,
	nationalities: ['SYR'],
	relation: 'none',
	situations: ['none'],
};

describe('the questions of the check', () => {
	it('begin with the paper, which can settle it', () => {
		expect(firstOpenQuestion({})).toBe('paper');
		for (const paper of ['short', 'waiting_register', 'none', 'unknown'] as const) {
			expect(questionsFor({ paper })).toEqual(['paper']);
			expect(questionAfter({ paper }, 'paper')).toBeNull();
			expect(wholeAnswers({ paper })).toMatchObject({ paper });
		}
	});

	it.each(relations)('ask about the relative only what the relation leaves open: %s', (relation) => {
		const asks = !['none', 'spouse', 'unknown'].includes(relation);
		expect(questionsFor({ ...all, relation }).includes('relative')).toBe(asks);
		expect(firstOpenQuestion({ ...all, relation })).toBe(asks ? 'relative' : null);
	});

	it('take "I do not know" for an answer', () => {
		expect(firstOpenQuestion(all)).toBeNull();
		expect(wholeAnswers(all)).toMatchObject({ birthDate: null, dependent: 'unknown' });
	});

	it('follow each other to the end, and are whole only there', () => {
		let answers: PartialAnswers = {};
		const asked: string[] = [];
		const given: Record<string, PartialAnswers> = {
			paper: { paper: 'long' },
			registered: { registeredOn: '2026-XX-XX' },
			birth: { birthDate: '1985-07-30' },
			stay: { legalStaySince: '2025-XX-XX' },
			nationality: { nationalities: ['SYR'] },
			family: { relation: 'ascendant' },
			relative: { dependent: 'no', sponsorIsMinor: 'no' },
			situation: { situations: ['none'] },
		};
		let question = firstOpenQuestion(answers);
		while (question) {
			expect(wholeAnswers(answers)).toBeNull();
			asked.push(question);
			answers = { ...answers, ...given[question] };
			expect(questionAfter(answers, question)).toBe(firstOpenQuestion(answers));
			question = firstOpenQuestion(answers);
		}
		expect(asked).toEqual([...checkQuestions]);
		expect(wholeAnswers(answers)).not.toBeNull();
	});
});

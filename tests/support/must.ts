/** Waits for something that has to go well; throws with the refusal when it does not. */
export const must = async <Answer extends { ok: boolean }>(
	answer: Promise<Answer>,
): Promise<Extract<Answer, { ok: true }>> => {
	const given = await answer;
	if (!given.ok) throw new Error(JSON.stringify(given));
	return given as Extract<Answer, { ok: true }>;
};

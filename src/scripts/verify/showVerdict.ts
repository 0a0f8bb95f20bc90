import { momentInBrussels } from '#lib/domain/momentInBrussels.ts';
import type { Verdict } from '#lib/domain/attestation/verifyAttestation.ts';
import { carriedDate } from '#lib/i18n/carriedDates.ts';
import { claimsInWords } from '#lib/i18n/claimsInWords.ts';
import type { ClaimWords } from '#lib/i18n/claimsInWords.ts';

/** What stands in the places that the page left open; null: its row goes. */
const valuesOf = ({ claims, listDate }: Verdict, words: ClaimWords): Record<string, string | null> => {
	const list = listDate === null ? null : momentInBrussels(new Date(listDate));
	return {
		...(claims && claimsInWords(claims, words)),
		listDate: list && carriedDate(list.date, words.dates),
		listTime: list && list.time,
	};
};

const fill = (part: DocumentFragment, values: Record<string, string | null>): void => {
	for (const row of part.querySelectorAll<HTMLElement>('[data-fact]'))
		if (!values[row.dataset['fact'] ?? '']) row.remove();
	if (!values['listDate']) part.querySelector('.verdict__list')?.remove();
	const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text; text = texts.nextNode())
		text.nodeValue = (text.nodeValue ?? '').replace(
			/%(\w+)%/g,
			(whole, name: string) => values[name] ?? whole,
		);
};

/** Shows a verdict in the words that the page brought, and goes there, so that it is heard. */
export const showVerdict = (place: HTMLElement, verdict: Verdict): void => {
	const answer = document.querySelector<HTMLElement>('#answer');
	const why = verdict.why === null ? ':not([data-why])' : `[data-why="${verdict.why}"]`;
	const words = JSON.parse(place.dataset['words'] ?? '{}') as ClaimWords;
	const said = place.querySelector<HTMLTemplateElement>(`template[data-outcome="${verdict.outcome}"]${why}`);
	if (!answer || !said) return;
	const part = said.content.cloneNode(true) as DocumentFragment;
	fill(part, valuesOf(verdict, words));
	answer.replaceChildren(part);
	answer.hidden = false;
	answer.querySelector('h2')?.focus();
	answer.scrollIntoView({ block: 'start' });
};

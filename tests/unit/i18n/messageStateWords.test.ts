import { expect, test } from 'vitest';
import { languages } from '#lib/domain/languages.ts';
import { messageChannels, messageStates } from '#lib/domain/message.ts';
import { messageStateInWords } from '#lib/i18n/messageStateWords.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

test.each(languages)(
	'what became of a message is said in %s, and a letter is not sent before it is posted',
	(language) => {
		overwriteGetLocale(() => language);
		const letter = { state: 'sent', channel: 'letter' } as const;
		const said = [
			...messageStates
				.filter((state) => state !== 'sent')
				.map((state) => messageStateInWords({ state, channel: null, posted: false })),
			...messageChannels.map((channel) => messageStateInWords({ state: 'sent', channel, posted: false })),
			messageStateInWords({ ...letter, posted: true }),
		];
		expect(new Set(said).size).toBe(said.length);
		for (const words of said) expect(words).toMatch(/^[^{}]{3,}$/);
	},
);

test('in the languages of reference it says which of the two it is', () => {
	const said = (language: 'fr' | 'nl' | 'en') => {
		overwriteGetLocale(() => language);
		return [false, true].map((posted) => messageStateInWords({ state: 'sent', channel: 'letter', posted }));
	};
	expect(said('fr')).toEqual(['Part par la poste', 'Envoyé par la poste']);
	expect(said('nl')).toEqual(['Gaat per post', 'Verstuurd per post']);
	expect(said('en')).toEqual(['Goes by post', 'Sent by post']);
});

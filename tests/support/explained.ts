/**
 * What axe could not decide by itself, looked at by a person, with the reason why it is right. A finding that is not
 * explained here fails the walk.
 */
export const explained: { rule: string; target: RegExp; why: RegExp; because: string }[] = [
	{
		rule: 'color-contrast',
		target: /bdi$/,
		why: /due to a pseudo element/,
		because:
			'the names of the languages stand beside a piece of the line, which is drawn before them and never under them; their colours are those of every text (contrast.test.ts)',
	},
];

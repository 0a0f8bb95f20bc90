/** @type {import('stylelint').Config} */
export default {
	plugins: ['stylelint-plugin-logical-css'],
	ignoreFiles: ['build/**', '.svelte-kit/**', 'static/**'],
	overrides: [
		{ files: ['**/*.svelte'], customSyntax: 'postcss-html' },
		{
			// The tokens themselves.
			files: ['src/**/*.css'],
			rules: { 'color-no-hex': null, 'function-disallowed-list': null },
		},
	],
	rules: {
		// The pages run in both directions: nothing may know left from right.
		'logical-css/require-logical-properties': true,
		'logical-css/require-logical-keywords': true,
		// Colours come from the tokens of app.css, which know light, dark and high contrast.
		'color-no-hex': true,
		'color-named': 'never',
		'function-disallowed-list': ['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch'],
		'declaration-no-important': true,
		'block-no-empty': true,
		'color-no-invalid-hex': true,
		'custom-property-no-missing-var-function': true,
		'declaration-block-no-duplicate-properties': [
			true,
			{ ignore: ['consecutive-duplicates-with-different-values'] },
		],
		'font-family-no-missing-generic-family-keyword': [true, { ignoreFontFamilies: [/./] }],
		'function-calc-no-unspaced-operator': true,
		'no-duplicate-selectors': true,
		'no-invalid-double-slash-comments': true,
		'property-no-unknown': true,
		'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['global'] }],
		'selector-pseudo-element-no-unknown': true,
		'selector-type-no-unknown': [true, { ignore: ['custom-elements'] }],
		'unit-no-unknown': true,
	},
};

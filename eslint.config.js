import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const functionStyle = [
	{ selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
	{
		selector: 'ClassDeclaration:not([superClass.name=/Error$/])',
		message: 'Use functions and plain values; classes are for errors only.',
	},
];

const named = {
	selector: 'ExportDefaultDeclaration',
	message: 'Export by name, so that a thing has one name everywhere.',
};

export default defineConfig(
	globalIgnores([
		'.svelte-kit/',
		'build/',
		'.data/',
		'.tmp/',
		'static/',
		'src/lib/paraglide/',
		'test-results/',
		'drizzle/',
	]),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	prettier,
	svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			// TypeScript knows what is defined.
			'no-undef': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-console': ['error', { allow: ['error'] }],
			'object-shorthand': 'error',
			'prefer-const': 'error',
			'max-lines': ['warn', { max: 150, skipBlankLines: true, skipComments: true }],
			'no-restricted-syntax': ['error', ...functionStyle, named],
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['$lib', '$lib/*'],
							message: 'Import from #lib/….ts: it also works outside of the framework.',
						},
						{ regex: '^#lib/.*\\.\\.', message: 'Name the file itself: #lib/….ts.' },
						{ regex: '\\.\\./lib/', message: 'Import from #lib/….ts.' },
					],
				},
			],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
			],
			'@typescript-eslint/no-dynamic-delete': 'off',
			// A declared empty function says "nothing to do here" plainly enough.
			'@typescript-eslint/no-empty-function': 'off',
		},
	},
	{
		// A promise nobody waits for is a failure nobody hears of.
		files: ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			globals: { ...globals.browser },
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Addresses are made by `to`, which adds the language.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-inline-styles': 'error',
			'svelte/button-has-type': 'error',
		},
	},
	{ files: ['src/scripts/**'], languageOptions: { globals: { ...globals.browser } } },
	{ files: ['scripts/**', 'src/commands/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
	{
		// A test that finds nothing where it looks fails on the next line anyway; a list of cases may be long.
		files: ['tests/**'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' },
	},
	{
		// Tools read these by their default export.
		files: ['*.config.{js,ts}', 'tests/support/{globalSetup,clusterForTests}.ts'],
		rules: { 'no-restricted-syntax': ['error', ...functionStyle] },
	},
);

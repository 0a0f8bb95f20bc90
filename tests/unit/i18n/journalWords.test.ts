import ts from 'typescript';
import { expect, test } from 'vitest';
import { hasWords, journalWords } from '#lib/i18n/journalWords.ts';
import { treeOf, writtenFiles } from '../../support/repository.ts';

/** Lines about nobody's dossier: the person never sees them. */
const aboutNobody = new Set([
	'attendance_taken_in',
	'offices_taken_in',
	'offer_taken_in',
	'contacts_forgotten',
	'keys_rotated',
]);

const actionsIn = (file: string): string[] => {
	const found: string[] = [];
	const literals = (node: ts.Node): void => {
		if (ts.isStringLiteral(node)) found.push(node.text);
		else if (!ts.isCallExpression(node)) ts.forEachChild(node, literals);
	};
	const visit = (node: ts.Node): void => {
		if (ts.isPropertyAssignment(node) && node.name.getText() === 'action') literals(node.initializer);
		ts.forEachChild(node, visit);
	};
	visit(treeOf(file));
	return found;
};

test('every line of the journal that a person can see has words of its own', () => {
	const written = new Set([
		...writtenFiles('src/lib/services/*.ts').flatMap(actionsIn),
		...['proposal_made', 'proposal_replaced', 'event_added'],
	]);
	expect(written.size).toBeGreaterThan(20);
	expect([...written].filter((action) => !aboutNobody.has(action) && !hasWords(action))).toEqual([]);
});

test('a code without words is something else, never a code on the page', () => {
	expect(journalWords({ action: 'x_y', actorKind: 'newcomer', channel: 'web' })).toEqual({
		...{ what: 'Autre acte sur votre dossier', who: 'Vous', how: 'Par internet' },
	});
});

/**
 * Tests that may be skipped, each with the reason. Any other skipped test counts as failed. A key is the full name as
 * the summary of `npm test` prints it, or the file with which it begins.
 */
export const skipped: Readonly<Record<string, string>> = {
	'tests/browser/kioskForgets.spec.ts':
		'it reads the disk, and where there is no Chromium or Chrome and nobody may install one, the packaged one writes nothing down',
	'tests/browser/messages.spec.ts: a browser shows what is pushed to it, and one that cannot be reached says so in words':
		'where there is no Chromium or Chrome and nobody may install one, the packaged one shows no messages',
};

/**
 * Tests that may be skipped, each with the reason. Any other skipped test counts as failed. A key is the full name as
 * the summary of `npm test` prints it.
 */
export const skipped: Readonly<Record<string, string>> = {};

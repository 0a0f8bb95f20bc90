/**
 * For tests, which open many pages for a moment each, read no picture and measure no time: one process for the pages of one
 * person, nothing painted, and scripts run as they are read, for to speed one up takes longer than it runs. Where boxes and
 * letters stand, what is on top, and what a script does is the same.
 */
export const flagsOfTests = [
	'--renderer-process-limit=1',
	'--force-gpu-mem-available-mb=0',
	'--js-flags=--no-opt --no-maglev',
];

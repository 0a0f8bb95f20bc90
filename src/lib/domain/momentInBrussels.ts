// What `brusselsTime.ts` does, by the browser's own calendar: that file weighs more than all that a page may load.

const clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
	timeZone: 'Europe/Brussels',
	hourCycle: 'h23',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
});

/** Takes an instant and returns the date and the time that Brussels shows at that instant. */
export function momentInBrussels(instant: Date): { date: string; time: string } {
	const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
	const year = (part['year'] ?? '').padStart(4, '0');
	return {
		date: `${year}-${part['month']}-${part['day']}`,
		time: `${part['hour']}:${part['minute']}`,
	};
}

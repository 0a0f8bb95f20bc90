import { findTraces } from './findTraces.ts';
import { forgetInBrowser } from './leaveScreen.ts';

const second = 1000;
/** Long enough to read the proof, too short for a queue to grow. */
const shownFor = 20 * second;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const isEmpty = async (traces: string): Promise<boolean> => {
	try {
		return (await findTraces(traces)).length === 0;
	} catch {
		// Nobody could be asked: that proves nothing.
		return false;
	}
};

/** Looks whether anything is left, says what it found, and goes back to the first screen; not before all is gone. */
export const proveEmpty = async (place: HTMLElement): Promise<void> => {
	const say = (found: 'clean' | 'left'): void => {
		for (const each of place.querySelectorAll<HTMLElement>('[data-result]'))
			each.hidden = each.dataset['result'] !== found;
	};
	const { ended: traces = '', start = '' } = place.dataset;
	// The browser forgets at its own pace what the server told it to: one more look before anybody is worried.
	for (let looks = 1; !(await isEmpty(traces)); looks++) {
		await forgetInBrowser().catch(() => {});
		if (looks > 2) say('left');
		await pause(looks > 2 ? 5 * second : second);
	}
	say('clean');
	await pause(shownFor);
	location.replace(start);
};

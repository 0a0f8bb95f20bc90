import { brusselsClock } from '#lib/domain/brusselsTime.ts';
import type { LocalMoment } from '#lib/domain/brusselsTime.ts';

/** An instant as a page shows it: the day and the time that Brussels shows. */
export type MomentShown = LocalMoment;

/** Takes an instant and returns what a page shows of it. */
export const showMoment = (instant: Date): MomentShown => brusselsClock(instant);

import type { OfficeKind } from './office.ts';
import type { OfficeStep } from './pathway.ts';
import { ok, refuse } from './result.ts';

/**
 * Where a language course may be recorded as done, beside the reception office that follows the person. Our choice:
 * the decree of 18 January 2024 names the reception offices (BON, BAPA) for the pathway, and says of courses only that
 * others teach them.
 */
const courseKinds: readonly OfficeKind[] = ['reception_office', 'course_provider', 'language_house'];

/**
 * Takes a step and the kind of an office and refuses where no such office does it. A person registers with BON or a BAPA
 * and is followed there until the completion; the commune hands out the attestation of obligation, and does no step.
 */
export function checkStepOffice(step: OfficeStep, kind: OfficeKind) {
	if (step === 'language_course')
		return courseKinds.includes(kind) ? ok() : refuse('not_a_course_office', { step, kind });
	return kind === 'reception_office' ? ok() : refuse('not_a_reception_office', { step, kind });
}

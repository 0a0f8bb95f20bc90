import type { DecisionReason } from '#lib/domain/decision.ts';
import { m } from '#lib/paraglide/messages.js';

/** Each reason of a decision, said to the person: what it means and what they can do. A code without words does not compile. */
const words: Record<DecisionReason, () => string> = {
	waiting_register: () => m.reason_waiting_register(),
	not_first_registration: () => m.reason_not_first_registration(),
	no_permit: () => m.reason_no_permit(),
	permit_3_months_or_less: () => m.reason_permit_3_months_or_less(),
	under_18: () => m.reason_under_18(),
	aged_65_or_over: () => m.reason_aged_65_or_over(),
	legal_stay_3_years_or_more: () => m.reason_legal_stay_3_years_or_more(),
	eu_eea_swiss_national: () => m.reason_eu_eea_swiss_national(),
	uk_withdrawal_agreement: () => m.reason_uk_withdrawal_agreement(),
	eu_family_member: () => m.reason_eu_family_member(),
	belgian_family_free_movement: () => m.reason_belgian_family_free_movement(),
	temporary_stay: () => m.reason_temporary_stay(),
	eu_long_term_resident: () => m.reason_eu_long_term_resident(),
	temporary_protection: () => m.reason_temporary_protection(),
	integration_certificate: () => m.reason_integration_certificate(),
	birth_date_incomplete: () => m.reason_birth_date_incomplete(),
	legal_stay_unknown: () => m.reason_legal_stay_unknown(),
	nationality_unknown: () => m.reason_nationality_unknown(),
	turkish_national: () => m.reason_turkish_national(),
	student: () => m.reason_student(),
	belgian_diploma: () => m.reason_belgian_diploma(),
};

/** Takes the code of a reason and says it in the language of the request. */
export const reasonInWords = (reason: DecisionReason): string => words[reason]();

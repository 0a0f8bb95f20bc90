import { mostNameLetters } from '#lib/domain/callback.ts';
import { m } from '#lib/paraglide/messages.js';
import { isolate } from './isolate.ts';

/** What a fault of the help forms says, by its reason. */
const words: Record<string, (count: number) => string> = {
	topic_missing: () => m.help_fault_topic_missing(),
	way_missing: () => m.help_fault_way_missing(),
	number_missing: () => m.help_fault_number_missing(),
	number_not_a_number: () => m.help_fault_number_not_a_number(),
	number_too_short: () => m.help_fault_number_too_short(),
	number_too_long: () => m.help_fault_number_too_long(),
	number_unknown_country: () => m.help_fault_number_unknown_country(),
	number_not_belgian: () => m.help_fault_number_not_belgian(),
	number_costs_extra: () => m.help_fault_number_costs_extra(),
	number_or_email_missing: () => m.help_fault_number_or_email_missing(),
	email_missing: () => m.help_fault_email_missing(),
	email_not_an_address: () => m.help_fault_email_not_an_address({ example: isolate('nom@mail.example') }),
	first_missing: () => m.messages_fault_first_missing(),
	push_missing: () => m.messages_fault_push_missing(),
	channel_off: () => m.messages_fault_channel_off(),
	office_missing: () => m.help_fault_office_missing(),
	office_of_other_commune: () => m.help_fault_office_of_other_commune(),
	office_closed_then: () => m.help_fault_office_closed_then(),
	language_missing: () => m.help_fault_language_missing(),
	window_missing: () => m.help_fault_window_missing(),
	window_full: () => m.help_fault_window_full(),
	window_gone: () => m.help_fault_window_gone(),
	pick_up_missing: () => m.help_fault_pick_up_missing(),
	say_who_missing: () => m.help_fault_say_who_missing(),
	name_too_long: () => m.help_fault_name_too_long({ most: mostNameLetters }),
	subject_missing: () => m.help_fault_subject_missing(),
	service_missing: () => m.help_fault_service_missing(),
	words_too_long: (count) => m.help_fault_words_too_long({ count }),
	answer_wrong: () => m.help_fault_answer_wrong(),
};

/** Takes the reason of a fault, and a number where it counts something, and returns what to do about it. */
export const faultWords = (reason: string, count = 0): string =>
	(words[reason] ?? words['window_missing'])?.(count) ?? reason;

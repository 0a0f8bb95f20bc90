import { redirect } from '@sveltejs/kit';
import { communes } from '#lib/domain/communes.ts';
import { showFollowCode } from '#lib/domain/followCode.ts';
import { readComplaint, typedComplaint } from '#lib/server/forms/complaintForm.ts';
import type { ComplaintFault } from '#lib/server/forms/complaintForm.ts';
import { answersOf, dropDraft, takeDraft } from '#lib/server/forms/draft.ts';
import { readForm } from '#lib/server/forms/readForm.ts';
import { refusalOf, refuseForm } from '#lib/server/forms/refuseForm.ts';
import { actorOf } from '#lib/server/http/actorOf.ts';
import { runtime } from '#lib/server/runtime.ts';
import { complain } from '#lib/services/complain.ts';
import { listOffices } from '#lib/services/listOffices.ts';
import type { Actions, PageServerLoad } from './$types';

type ComplaintRefusal = { faults: ComplaintFault[] };

export const load: PageServerLoad = async (event) => {
	const { language } = event.locals;
	const namesIn = language === 'nl' ? ('nl' as const) : ('fr' as const);
	const offices = await listOffices(runtime().deps, {});
	return {
		keepAnswers: true,
		typed: typedComplaint(takeDraft(event), { key: globalThis.crypto.randomUUID() }),
		faults: refusalOf<ComplaintRefusal>(event)?.faults ?? [],
		namesIn,
		communes: communes
			.map((each) => ({ value: each.nis, label: each[namesIn] }))
			.toSorted((one, other) => one.label.localeCompare(other.label, namesIn)),
		offices: offices.map(({ id, nameFr, nameNl }) => ({
			value: id,
			label: namesIn === 'nl' ? nameNl : nameFr,
		})),
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { language } = event.locals;
		const answers = answersOf(await readForm(event.request));
		const refuse = (faults: ComplaintFault[]) =>
			refuseForm(event, answers, { faults } satisfies ComplaintRefusal);
		const read = readComplaint(typedComplaint(answers), language);
		if (!read.ok) return refuse(read.faults);
		const filed = await complain(runtime().deps, actorOf(event), read.value);
		if (!filed.ok) {
			const reason = filed.reason === 'unknown_office' ? 'office_missing' : filed.reason;
			return refuse([{ field: 'office', reason }]);
		}
		dropDraft(event);
		redirect(303, `/${language}/help/complaint/${showFollowCode(filed.value.code)}`);
	},
};

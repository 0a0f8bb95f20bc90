import { brusselsClock, brusselsToday } from '#lib/domain/brusselsTime.ts';
import { communeOf, communes } from '#lib/domain/communes.ts';
import { addDays } from '#lib/domain/dates.ts';
import { holidayOn } from '#lib/domain/holidays.ts';
import { officeKinds } from '#lib/domain/office.ts';
import { officeView } from '#lib/server/presenters/officeView.ts';
import { runtime } from '#lib/server/runtime.ts';
import { listOffices } from '#lib/services/listOffices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, locals: { language } }) => {
	const { deps } = runtime();
	const now = deps.now();
	const commune = communeOf(url.searchParams.get('commune') ?? '')?.nis ?? '';
	const kind = officeKinds.find((each) => each === url.searchParams.get('kind')) ?? '';
	const offices = await listOffices(deps, { commune: commune || undefined, kind: kind || undefined });
	const nameOf = language === 'nl' ? ('nl' as const) : ('fr' as const);
	const today = brusselsToday(now);
	return {
		commune,
		kind,
		communes: communes
			.map((each) => ({ value: each.nis, label: each[nameOf] }))
			.toSorted((one, other) => one.label.localeCompare(other.label, nameOf)),
		namesIn: nameOf,
		offices: offices.map((office) => officeView(office, language, now)),
		asOf: brusselsClock(now),
		holidays: Array.from({ length: 8 }, (_, day) => addDays(today, day)).flatMap((date) => {
			const holiday = holidayOn(date);
			return holiday ? [{ date, holiday }] : [];
		}),
	};
};

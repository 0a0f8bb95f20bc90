import { runtime } from '#lib/server/runtime.ts';
import type { PageServerLoad } from './$types';

const reasons = ['no_dossier', 'no_number', 'provider_away', 'provider_refused'] as const;
type Why = (typeof reasons)[number];

export const load: PageServerLoad = ({ url }) => {
	const why: Why = reasons.find((reason) => reason === url.searchParams.get('why')) ?? 'provider_refused';
	return { why, provider: runtime().settings.oidc?.name ?? '' };
};

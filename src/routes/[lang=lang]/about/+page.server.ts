import { currentRules } from '#lib/domain/rules/rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ rulesVersion: currentRules.version });

import { isLanguage } from '#lib/domain/languages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => {
	const remembered = cookies.get('halte-language') ?? '';
	return { firstScreen: true, remembered: isLanguage(remembered) ? remembered : null };
};

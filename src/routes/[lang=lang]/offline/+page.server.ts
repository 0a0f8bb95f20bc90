import type { PageServerLoad } from './$types';

/** Also what stands for a form that could not be sent: the service worker puts its fields into the page. */
export const load: PageServerLoad = ({ url }) => ({ unsent: url.searchParams.has('unsent') });

import type { Reroute } from '@sveltejs/kit';
import { shownAtKiosk } from '#lib/i18n/kioskAddress.ts';

/** The kiosk shows the pages of everybody under its own addresses. */
export const reroute: Reroute = ({ url }) => shownAtKiosk(url.pathname) ?? undefined;

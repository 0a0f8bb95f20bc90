import { languageProfile } from '#lib/i18n/languages.ts';
import { to } from '#lib/i18n/to.ts';
import { m } from '#lib/paraglide/messages.js';
import type { RequestHandler } from './$types';

/** Two sizes for their own sake, and one whose edges a device may cut away. */
const icons = [
	{ src: '/icons/halte-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
	{ src: '/icons/halte-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
	{ src: '/icons/halte-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** What a device needs to put Halte among its apps, in the language of the page (W3C Web Application Manifest). */
export const GET: RequestHandler = ({ locals: { language } }) =>
	Response.json(
		{
			// One app, whatever the language it was added in.
			id: '/',
			name: m.shell_name(),
			short_name: m.shell_name(),
			description: m.home_lead(),
			lang: language,
			dir: languageProfile(language).direction,
			start_url: to('/'),
			scope: '/',
			display: 'standalone',
			// The colours of `--paper`: what shows before the first page does.
			background_color: '#fbfaf6',
			theme_color: '#fbfaf6',
			icons,
		},
		{ headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=86400' } },
	);

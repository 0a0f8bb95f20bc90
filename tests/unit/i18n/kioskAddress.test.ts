import { describe, expect, it } from 'vitest';
import { atKiosk, isOfKiosk, keptAtKiosk, shownAtKiosk } from '#lib/i18n/kioskAddress.ts';

describe('a page at the kiosk', () => {
	it.each([
		['/', '/kiosk/home'],
		['/courses', '/kiosk/courses'],
		['/courses/bapa-bxl-rights?session=2#found', '/kiosk/courses/bapa-bxl-rights?session=2#found'],
		['/me?/signOut', '/kiosk/me?/signOut'],
		['/help/callback', '/kiosk/help/callback'],
		['/verify', '/kiosk/verify'],
		['/attestations/1', '/kiosk/attestations/1'],
		['/language?to=/fr', '/kiosk/language?to=/fr'],
		['/kiosk/end', '/kiosk/end'],
		// A key of one's own, an account elsewhere and a file would stay on a screen of others.
		['/sign-in/passkey', '/sign-in/passkey'],
		['/sign-in/provider?to=/fr', '/sign-in/provider?to=/fr'],
		['/me/export', '/me/export'],
		['/attestations/1.pdf', '/attestations/1.pdf'],
		['/bookings/1.ics', '/bookings/1.ics'],
	])('%s is %s', (page, kiosk) => expect(atKiosk(page)).toBe(kiosk));

	it.each([
		['/fr/kiosk/courses/x', '/fr/courses/x'],
		['/ar/kiosk/help/callback/this', '/ar/help/callback/this'],
		['/fr/kiosk', null],
		['/fr/kiosk/home', null],
		['/fr/kiosk/end', null],
		['/fr/kiosk/me/export', null],
		['/fr/kiosk/attestations/1.pdf', null],
		['/fr/courses', null],
		['/fr/kiosk/coursesx', null],
	])('%s shows %s', (address, page) => expect(shownAtKiosk(address)).toBe(page));

	it('keeps who is there, and leaves alone what is no page of it', () => {
		expect(keptAtKiosk('/fr')).toBe('/fr/kiosk/home');
		expect(keptAtKiosk('/fr/sign-in?to=%2Ffr%2Fkiosk%2Fme')).toBe('/fr/kiosk/sign-in?to=%2Ffr%2Fkiosk%2Fme');
		expect(keptAtKiosk('/fr/kiosk/help')).toBe('/fr/kiosk/help');
		expect(keptAtKiosk('/healthz')).toBe('/healthz');
		expect(keptAtKiosk('//elsewhere.example/fr')).toBe('//elsewhere.example/fr');
		expect(isOfKiosk('/fr/kiosk')).toBe(true);
		expect(isOfKiosk('/fr/kiosks')).toBe(false);
	});
});

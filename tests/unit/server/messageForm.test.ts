import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPushService } from '#lib/server/channels/push.ts';
import { readMessages, typedMessages } from '#lib/server/forms/messageForm.ts';
import { readPushAddress } from '#lib/server/forms/pushAddress.ts';
import { coverAddress, coverNumber } from '#lib/server/presenters/messages.ts';
import { anyText } from '../../support/badInput.ts';

const read = (typed: Record<string, string>) =>
	readMessages(
		typedMessages(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value]])), null),
	);

test('the order is that of the questions, each channel once', () => {
	expect(read({ first: 'email', second: 'sms', third: 'email' })).toMatchObject({
		value: { channels: ['email', 'sms'], phone: null, email: null },
	});
	expect(read({ first: 'none', second: 'sms' })).toMatchObject({ value: { channels: [] } });
});

test('numbers of every country and in every digits, and addresses, are read', () => {
	expect(read({ first: 'sms', number: '٠٤٧٠ ١٢ ٣٤ ٥٦', email: ' A@B.example ' })).toMatchObject({
		value: { phone: '+32470123456', email: 'a@b.example' },
	});
	expect(read({ first: 'sms', number: '+963 944 567 890' })).toMatchObject({
		value: { phone: '+963944567890' },
	});
	expect(read({ first: '', number: 'x', email: 'y' })).toEqual({
		ok: false,
		faults: [
			{ field: 'first', reason: 'first_missing' },
			{ field: 'number', reason: 'number_not_a_number' },
			{ field: 'email', reason: 'email_not_an_address' },
		],
	});
});

test('whatever is typed is read or refused, and never thrown', () => {
	const fields = fc.constantFrom('first', 'second', 'third', 'number', 'email');
	fc.assert(
		fc.property(fields, anyText, (name, text) => {
			const answer = read({ first: 'sms', [name]: text });
			if (!answer.ok) expect(answer.faults[0]?.field).toBe(name);
		}),
	);
});

test('of a number and an address enough is shown to know it again', () => {
	expect(coverNumber('+32470123456')).toBe('•••• •• •• 56');
	expect(coverNumber('+963944567890')).toMatch(/^\+[• ]+90$/);
	expect(coverAddress('amina@example.org')).toBe('a•••@example.org');
});

test('only push services are written to', () => {
	const own = ['http://127.0.0.1:4000'];
	for (const fine of [
		'https://fcm.googleapis.com/fcm/send/x',
		'https://updates.push.services.mozilla.com/wpush/v2/x',
		'https://web.push.apple.com/x',
		'https://wns2-par02p.notify.windows.com/w/?token=x',
		'http://127.0.0.1:4000/x',
	])
		expect(isPushService(fine, own), fine).toBe(true);
	for (const wrong of [
		'https://localhost/x',
		'http://127.0.0.1:4001/x',
		'http://fcm.googleapis.com/x',
		'https://fcm.googleapis.com:8443/x',
		'https://user:word@fcm.googleapis.com/x',
		'https://fcm.googleapis.com.evil.example/x',
		'https://evilgoogleapis.com/x',
		'file:///etc/passwd',
		'x',
	])
		expect(isPushService(wrong, own), wrong).toBe(false);
});

test('what is no subscription of a browser is not taken for one', () => {
	const keys = { p256dh: Buffer.alloc(65, 4).toString('base64url'), auth: 'A'.repeat(22) };
	const endpoint = 'https://fcm.googleapis.com/x';
	expect(readPushAddress({ endpoint, keys, expirationTime: null }, [])).toEqual({ endpoint, ...keys });
	for (const wrong of [
		null,
		{},
		{ endpoint, keys: {} },
		{ endpoint: 'https://localhost/x', keys },
		{ endpoint, keys: { ...keys, auth: 'short' } },
	])
		expect(readPushAddress(wrong, [])).toBeNull();
});

import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type {
	PublicKeyCredentialCreationOptionsJSON,
	PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ownerOfPage } from './ownerOfPage.ts';

// Passkeys need a script; letter, provider and people do not. The page brings the words, in its own language.

type Outcome = 'cancelled' | 'refused' | 'away';

const ask = async (address: string, body: unknown): Promise<Response | null> => {
	try {
		return await fetch(address, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', ...ownerOfPage() },
			body: JSON.stringify(body),
		});
	} catch {
		return null;
	}
};

/** Goes through the ceremony; returns what came of it, or leaves the page. */
const perform = async (place: HTMLElement): Promise<Outcome> => {
	const { passkey, options = '', finish = '' } = place.dataset;
	const asked = await ask(options, {});
	if (!asked || asked.status >= 500) return 'away';
	if (!asked.ok) return 'refused';
	const optionsJSON: unknown = await asked.json();
	let given: unknown;
	try {
		given =
			passkey === 'add'
				? await startRegistration({ optionsJSON: optionsJSON as PublicKeyCredentialCreationOptionsJSON })
				: await startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON });
	} catch {
		return 'cancelled';
	}
	const shared = document.querySelector<HTMLInputElement>('#sharedDevice')?.checked;
	const answer = await ask(shared ? `${finish}&shared=yes` : finish, given);
	if (!answer || answer.status >= 500) return 'away';
	if (!answer.ok) return 'refused';
	const { to } = (await answer.json()) as { to: string };
	location.assign(to);
	return new Promise(() => {});
};

const offer = (place: HTMLElement): void => {
	const button = place.querySelector('button');
	const status = place.querySelector('[role="status"]');
	if (!button || !status) return;
	place.hidden = false;
	button.addEventListener('click', () => {
		button.disabled = true;
		status.textContent = '';
		void perform(place).then((outcome) => {
			button.disabled = false;
			status.textContent = place.dataset[outcome] ?? '';
		});
	});
};

if (browserSupportsWebAuthn())
	for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) offer(place);

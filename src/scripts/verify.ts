import { verifyAttestation, verifyReference } from '#lib/domain/attestation/verifyAttestation.ts';
import { fetchKnowledge, isServerThere } from './verify/knowledge.ts';
import type { Carried } from './verify/knowledge.ts';
import { scan } from './verify/scan.ts';
import { showVerdict } from './verify/showVerdict.ts';

// Verifies here, with the keys and the list that travel with the page: nothing of the paper leaves this device, and no
// network is needed. A reference is all that has to be asked of the server. Without this the form is posted.

const isText = (typed: string): boolean => /^\s*HLT1:/.test(typed);

const start = (place: HTMLElement, form: HTMLFormElement, field: HTMLTextAreaElement): void => {
	let carried: Carried | null = null;
	const refresh = async (): Promise<Carried | null> => (carried = await fetchKnowledge(carried));
	void refresh();

	/** False: the server has to be asked. */
	const answerHere = async (typed: string): Promise<boolean> => {
		if (isText(typed)) {
			const known = await refresh();
			if (!known) return false;
			showVerdict(place, await verifyAttestation(typed, { ...known, now: new Date() }));
			return true;
		}
		if (navigator.onLine && (await isServerThere())) return false;
		showVerdict(place, await verifyReference(typed, carried?.status ?? null));
		return true;
	};

	form.addEventListener('submit', (event) => {
		// A language is chosen: the answers go there. Nothing typed: the server has the words for that.
		if (event.submitter?.hasAttribute('formaction') || field.value.trim() === '') return;
		event.preventDefault();
		// Whatever counts what is sent has not to count this.
		event.stopPropagation();
		void answerHere(field.value).then((answered) => {
			if (!answered) form.submit();
		});
	});

	const scanner = place.querySelector<HTMLElement>('[data-scan]');
	if (scanner && 'mediaDevices' in navigator)
		offerScan(place, scanner, (text) => {
			field.value = text;
			void answerHere(text).then((answered) => {
				if (!answered) form.submit();
			});
		});
};

const offerScan = (place: HTMLElement, scanner: HTMLElement, found: (text: string) => void): void => {
	const part = <Kind extends HTMLElement>(name: string) => scanner.querySelector<Kind>(name);
	const [begin, end, camera] = [part('[data-start]'), part('[data-stop]'), part('[data-camera]')];
	const [video, status] = [part<HTMLVideoElement>('video'), part('[role="status"]')];
	if (!begin || !end || !camera || !video || !status) return;
	let stop: (() => void) | null = null;
	let isWanted = false;
	const show = (isOpen: boolean, said = ''): void => {
		camera.hidden = !isOpen;
		begin.hidden = isOpen;
		status.textContent = said;
	};
	const close = (): void => {
		isWanted = false;
		stop?.();
		stop = null;
		show(false);
		begin.focus();
	};
	const isFound = (text: string): boolean => {
		if (!isText(text)) {
			status.textContent = place.dataset['other'] ?? '';
			return false;
		}
		isWanted = false;
		stop = null;
		show(false);
		found(text);
		return true;
	};
	begin.addEventListener('click', () => {
		isWanted = true;
		show(true, place.dataset['hint']);
		end.focus();
		scan(video, isFound).then(
			// The question whether the camera may open can stand for long.
			(stopIt) => {
				if (isWanted) stop = stopIt;
				else stopIt();
			},
			() => {
				show(false, place.dataset['refused']);
				begin.focus();
			},
		);
	});
	end.addEventListener('click', close);
	document.addEventListener('visibilitychange', () => {
		if (document.hidden && stop) close();
	});
	scanner.hidden = false;
};

const place = document.querySelector<HTMLElement>('[data-verify]');
const form = place?.querySelector('form');
const field = form?.querySelector('textarea');
// Elsewhere than at a safe address a browser does not compute with keys: there the server does it.
if (place && form && field && globalThis.crypto?.subtle && 'DecompressionStream' in globalThis)
	start(place, form, field);

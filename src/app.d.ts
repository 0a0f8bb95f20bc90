import type { IncomingMessage } from 'node:http';
import type { Language, LetterLanguage } from '#lib/domain/languages.ts';
import type { SignIn } from '#lib/services/ports/signIns.ts';

declare global {
	namespace App {
		interface Error {
			/** The same as the request id: all that src/error.html can show. */
			message: string;
			/** What a person can quote when they ask for help, and what the log can be searched for. */
			requestId?: string;
			/** `database_away` when the database cannot be reached at the moment. */
			code?: string;
			/** The address to try again, where it is not the one of the page. */
			again?: string;
		}
		interface Locals {
			language: Language;
			/** The language of reference shown under the texts, when the reader asked for it. */
			original: LetterLanguage | null;
			requestId: string;
			/** The page is rendered to be kept on devices that have no network later. */
			isCopy: boolean;
			/** A keyed hash of this browser's own random mark, for limits per device; null before its first answer. */
			device: Uint8Array | null;
			/** The page is one of the kiosk, the screen at a counter that many people use. */
			kiosk: boolean;
			/** Who is signed in on this browser, with the name to greet them by; null when nobody is, or nobody can be known. */
			signIn: (SignIn & { name: string }) | null;
			/** Whether others use this device too, as it said: somebody is signed in there, or was until a moment ago. */
			othersDevice: 'in_use' | 'left' | null;
			/** The mark of the person whose page a form was sent from, and the kind of their device; null for a page of nobody. */
			writtenBy: { owner: string; sharedDevice: boolean } | null;
			/** True when the browser says it is signed in and the database could not be asked. */
			databaseAway: boolean;
			/** What was refused in answer to this very request, where it is too long to be kept for the next one. */
			refused?: { fields: Record<string, string[]>; refusal: object };
		}
		interface Platform {
			/** The request as Node has it; there is none while developing. */
			req: IncomingMessage;
		}
		interface PageData {
			/** The page has a form `answers` whose fields come along when the language of the page changes. */
			keepAnswers?: boolean;
			/** The page is the choice of a language itself. */
			firstScreen?: boolean;
			/** The page is shown at the kiosk. */
			kiosk?: boolean;
		}
	}
}

export {};

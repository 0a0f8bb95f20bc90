import type {
	Attempt,
	CallbackLanguage,
	CallbackOutcome,
	CallbackTopic,
	CallbackWay,
	PickUp,
} from '#lib/domain/callback.ts';
import type { CallbackWindow } from '#lib/domain/callbackWindows.ts';
import type { Channel } from '../actor.ts';

/** One person's open or closed request about one topic, as it is kept: who to reach is sealed. */
export type Callback = {
	id: string;
	/** The code of the first time of asking: what agents call the request. */
	code: string;
	dossier: string | null;
	topic: CallbackTopic;
	language: CallbackLanguage;
	way: CallbackWay;
	/** null for a visit to a counter, and once it was deleted. */
	contact: Uint8Array | null;
	office: string | null;
	personHash: Uint8Array;
	pickUp: PickUp;
	otherPerson: Uint8Array | null;
	maySayWho: boolean;
	/** When the next try is due. */
	window: CallbackWindow;
	channel: Channel;
	openedAt: Date;
	roundFrom: Date;
	handedOnAt: Date | null;
	claimedBy: string | null;
	claimedUntil: Date | null;
	closedAt: Date | null;
	outcome: CallbackOutcome | null;
};

/** One time that somebody asked, with its own code and window. */
export type CallbackAsk = {
	code: string;
	callback: string;
	keyHash: Uint8Array;
	device: Uint8Array | null;
	window: CallbackWindow;
	askedAt: Date;
	withdrawnAt: Date | null;
};

/** Requests for a call, and the queue that they make. */
export type Callbacks = {
	/** Waits until nobody else holds this form key, this person or this window, and holds it until the transaction ends. */
	lock(what: 'key' | 'person' | 'window', name: string): Promise<void>;
	askByKey(keyHash: Uint8Array): Promise<CallbackAsk | null>;
	/** The open request of a person about a topic, locked. */
	lockOpen(personHash: Uint8Array, topic: CallbackTopic): Promise<Callback | null>;
	find(code: string): Promise<{ callback: Callback; ask: CallbackAsk } | null>;
	/** The same with the request locked until the transaction ends. */
	lockByCode(code: string): Promise<{ callback: Callback; ask: CallbackAsk } | null>;
	/** Every time of asking that was not withdrawn, in order. */
	asks(id: string): Promise<CallbackAsk[]>;
	attempts(id: string): Promise<Attempt[]>;
	add(callback: Callback): Promise<void>;
	addAsk(ask: CallbackAsk): Promise<void>;
	change(id: string, facts: Partial<Omit<Callback, 'id' | 'code' | 'openedAt'>>): Promise<void>;
	changeAsk(
		code: string,
		facts: Partial<Pick<CallbackAsk, 'window' | 'withdrawnAt' | 'keyHash'>>,
	): Promise<void>;
	/** How many requests each window from an instant on holds, by its beginning in milliseconds. */
	load(from: Date): Promise<Map<number, number>>;
	/** Which place a time of asking has among the requests of its window, and those overdue from before it; 1 is next. */
	place(ask: CallbackAsk, now: Date): Promise<number>;
	/** All open ones in the order of the queue, each with the tries made, and whether the person was spoken with in this round. */
	open(): Promise<{ callback: Callback; attempts: number; reached: boolean }[]>;
	/** Takes the first request that nobody holds and whose window has begun, for a time; two who claim at once get different ones. */
	claim(by: string, until: Date, now: Date): Promise<Callback | null>;
	/** When the first window begins that is still to come, of the requests that nobody holds; null when there is none. */
	nextWindow(now: Date): Promise<Date | null>;
	addAttempt(id: string, attempt: Attempt, by: string | null): Promise<void>;
	/** Deletes contacts, names, hashes and devices of what was closed before an instant; returns how many requests. */
	forgetClosed(before: Date, at: Date): Promise<number>;
	/** What a signed-in person asked for, latest first. */
	ofDossier(dossier: string): Promise<Callback[]>;
};

import { answerDatabaseAway } from './databaseAway.ts';

/** Answers why no passkey can be added: nobody is signed in, or the device is not the person's own. */
export const whyNoPasskey = ({ signIn, databaseAway }: App.Locals): Response => {
	if (databaseAway) answerDatabaseAway();
	return signIn
		? Response.json({ reason: 'shared_device' }, { status: 403 })
		: Response.json({ reason: 'signed_out' }, { status: 401 });
};

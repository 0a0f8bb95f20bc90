import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpush from 'web-push';
import { afterAll } from 'vitest';
import { calendarFile } from '#lib/server/channels/calendarFile.ts';
import { createChannels } from '#lib/server/channels/channels.ts';
import type { Language } from '#lib/domain/languages.ts';
import type { MessageChannel } from '#lib/domain/message.ts';
import type { Actor } from '#lib/services/actor.ts';
import { system } from '#lib/services/actor.ts';
import { announce } from '#lib/services/announce.ts';
import type { News } from '#lib/services/announce.ts';
import { keepMessagePreference } from '#lib/services/keepMessagePreference.ts';
import type { Deps } from '#lib/services/ports.ts';
import { sendMessage } from '#lib/services/sendMessage.ts';
import { testDatabase } from './database.ts';
import { mailServer } from './mailServer.ts';
import { openNewcomer } from './newcomers.ts';
import { pushService } from './pushService.ts';
import { smsGateway } from './smsGateway.ts';

/** A database, and a real end of every channel: a gateway, a mail server, a push service, a folder. */
export const messageWorld = async () => {
	const database = await testDatabase();
	const [gateway, mail, push] = [await smsGateway(), await mailServer(), await pushService()];
	const folder = mkdtempSync(join(tmpdir(), 'halte-letters-'));
	afterAll(async () => {
		await Promise.all([gateway.close(), mail.close(), push.close()]);
		rmSync(folder, { recursive: true, force: true });
	});
	const settings = {
		sms: { url: gateway.url, token: 'secret' },
		mail: { url: mail.url, from: 'Halte <halte@halte.example>' },
		push: {
			...webpush.generateVAPIDKeys(),
			subject: 'mailto:team@halte.example',
			services: [push.origin],
		},
		letters: { folder, operator: 'Cocom / GGC', demonstration: false },
		origin: 'https://halte.example',
		operator: 'Cocom / GGC',
	};
	const deps: Deps = { ...database.deps, channels: createChannels(settings, calendarFile(settings.origin)) };
	const actorOf = (dossier: string): Actor => ({
		...{ kind: 'newcomer', id: dossier, channel: 'web', device: null },
	});
	return {
		...{ ...database, deps, gateway, mail, push, folder, settings, actorOf },

		/** A person of the register who is written to in a language, by these channels. */
		async person(language: Language, channels: MessageChannel[] | null, phone = '+32470123456') {
			const dossier = await openNewcomer(deps);
			await deps.store.transact((tx) => tx.dossiers.change(dossier, { language }));
			if (channels !== null) {
				const wish = { channels, phone, email: `${dossier.toLowerCase()}@example.org` };
				const kept = await keepMessagePreference(deps, actorOf(dossier), wish);
				if (!kept.ok) throw new Error(kept.reason);
			}
			return dossier;
		},
		/** Writes a message and returns its id. */
		async write(news: News): Promise<string> {
			const id = await deps.store.transact((tx) => announce(tx, deps, news, deps.now()));
			if (!id) throw new Error('written before');
			return id;
		},
		send: (message: string, by: Deps = deps) => sendMessage(by, system, { message }),
		async message(id: string) {
			const { rows } = await database.pool.query<{
				state: string;
				reason: string | null;
				channel: string | null;
				due_at: Date;
			}>('select state, reason, channel, due_at from message where id = $1', [id]);
			return rows[0];
		},
		async tries(id: string) {
			const { rows } = await database.pool.query<{ channel: string; result: string | null }>(
				'select channel, result from message_attempt where message = $1 order by id',
				[id],
			);
			return rows.map(({ channel, result }) => `${channel} ${result}`);
		},
		async tasks() {
			const { rows } = await database.pool.query<{ codes: string[]; dossier: string }>(
				`select codes, dossier from task where kind = 'message_undelivered' and done_at is null order by id`,
			);
			return rows;
		},
	};
};

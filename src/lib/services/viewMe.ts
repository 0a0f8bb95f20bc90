import type { Language } from '#lib/domain/languages.ts';
import { ok, refuse } from '#lib/domain/result.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Actor, Deps } from './ports.ts';
import type { Journal } from './ports/journal.ts';
import type { KeptOffice } from './ports/offices.ts';
import type { Passkey } from './ports/passkeys.ts';
import type { SignIn } from './ports/signIns.ts';

/** The lines of the journal that are shown at once; the export holds all. */
export const mostLines = 100;

/** What a person sees of themselves: the language they are written to in, their ways in, and who looked. */
export type Me = {
	language: Language;
	passkeys: Pick<Passkey, 'id' | 'createdAt' | 'usedAt'>[];
	signIns: SignIn[];
	journal: Awaited<ReturnType<Journal['ofDossier']>>;
	/** The offices that appear in the journal. */
	offices: KeptOffice[];
};

/** Shows the actor what is held about their ways in and who looked at their dossier; refuses when there is none. */
export const viewMe = ({ store, now }: Deps, actor: Actor): Promise<Result<Me, 'no_dossier'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? await tx.dossiers.find(actor.id ?? '') : null;
		if (!dossier) return refuse('no_dossier');
		const passkeys = await tx.passkeys.ofDossier(dossier.id);
		const journal = await tx.journal.ofDossier(dossier.id, mostLines);
		const offices: KeptOffice[] = [];
		for (const id of new Set(journal.map((line) => (line.actorKind === 'office' ? line.actorId : null)))) {
			const office = id === null ? null : await tx.offices.find(id);
			if (office) offices.push(office);
		}
		return ok({
			language: dossier.language,
			passkeys: passkeys.map(({ id, createdAt, usedAt }) => ({ id, createdAt, usedAt })),
			signIns: await tx.signIns.ofDossier(dossier.id, now()),
			journal,
			offices,
		});
	});

/** Keeps the language in which the actor wants to be written to. */
export const keepLanguage = (
	{ store, now }: Deps,
	actor: Actor,
	{ language }: { language: Language },
): Promise<Result<undefined, 'no_dossier'>> =>
	store.transact(async (tx) => {
		const dossier = actor.kind === 'newcomer' ? await tx.dossiers.lock(actor.id ?? '') : null;
		if (!dossier) return refuse('no_dossier');
		if (dossier.language === language) return ok();
		await tx.dossiers.change(dossier.id, { language });
		await tx.journal.write([{ actor, action: 'language_kept', dossier: dossier.id }], now());
		return ok();
	});

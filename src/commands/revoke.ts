import { revocationReasons } from '#lib/domain/revocation.ts';
import { operator } from '#lib/services/actor.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { answer, defineCommand, refused } from './command.ts';
import { textFlag } from './textFlag.ts';

/** `halte revoke`: ends an attestation, named by its id or by the reference that stands on it. */
export const revoke = defineCommand({
	usage: `revoke ATTESTATION --reason ${revocationReasons.join('|')} [--json]`,
	words: 1,
	flags: { reason: revocationReasons },
	needs: ['reason'],
	async run({ deps }, args) {
		const done = await revokeAttestation(deps, operator, {
			attestation: args.words[0] ?? '',
			reason: textFlag(args, 'reason') ?? '',
		});
		if (!done.ok)
			return refused(
				done.reason === 'already_revoked'
					? `already_revoked: it was revoked before, for ${done.for}.`
					: 'unknown_attestation: no attestation has this id or this reference.',
			);
		const { attestation, reason, inItsPlace } = done.value;
		answer(args, done.value, [
			`${attestation} revoked: ${reason}`,
			...(inItsPlace ? [`${inItsPlace} is in its place`] : []),
		]);
		return 0;
	},
});

import { verifyAttestation } from '#lib/services/verifyAttestation.ts';
import { answer, defineCommand } from './command.ts';

/** `halte verify`: is this attestation real? The text of its QR code, or its reference; every answer is a success. */
export const verify = defineCommand({
	usage: 'verify TEXT [--json]',
	words: 1,
	async run({ deps }, args) {
		const { outcome, why, claims, listDate } = await verifyAttestation(deps, { typed: args.words[0] ?? '' });
		answer(args, { outcome, claims, listDate }, [
			why === null ? outcome : `${outcome}: ${why}`,
			...Object.entries(claims ?? {})
				.filter(([, value]) => value !== null)
				.map(([name, value]) => `${name} ${value}`),
			`list of ${listDate}`,
		]);
		return 0;
	},
});

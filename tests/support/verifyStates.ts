import { readAttestation } from '#lib/domain/attestation/attestationText.ts';
import { operator } from '#lib/services/actor.ts';
import type { Deps } from '#lib/services/ports.ts';
import { revokeAttestation } from '#lib/services/revokeAttestation.ts';
import { attestObligation, signedByIssuer } from './attested.ts';
import { newWorld, someClaims } from './attestations.ts';
import type { Visit } from './visits.ts';

const hayat = { givenNames: 'ሓያት', familyName: 'ገብረእግዚኣብሄር' };

/** Types what a paper says into the page, and waits for the answer. */
const asked = (paper: (deps: Deps) => Promise<string>): Pick<Visit, 'seed' | 'act'> => {
	let text = '';
	return {
		seed: async (deps) => {
			text = await paper(deps);
			return '/verify';
		},
		act: async (page) => {
			await page.locator('#typed').fill(text);
			await page.locator('#answers .button--main').click();
			await page.locator('#answer h2').waitFor();
			await page.waitForLoadState();
		},
	};
};

const attested = async (deps: Deps) => (await attestObligation(deps, hayat)).text;

/** Every answer about an attestation, each with a paper that gets it. */
export const verifyStates: Record<string, Pick<Visit, 'seed' | 'act'>> = {
	valid: asked(attested),
	'valid, by its reference': asked(async (deps) => (await attestObligation(deps, hayat)).reference),
	revoked: asked(async (deps) => {
		const { id, text } = await attestObligation(deps, hayat);
		await revokeAttestation(deps, operator, { attestation: id, reason: 'misused' });
		return text;
	}),
	expired: asked(async (deps) => {
		const { claims } = readAttestation(await attested(deps)) ?? { claims: someClaims };
		return signedByIssuer(deps, { ...claims, expires: claims.issued });
	}),
	'by the wrong issuer': asked((deps) =>
		signedByIssuer(deps, { ...someClaims, issuer: 'office:bapa-bxl', kind: 'obligation' }),
	),
	'no attestation': asked(() => Promise.resolve('K7Q2')),
	'of an unknown issuer': asked(async () => (await newWorld()).attest()),
	'of an unknown reference': asked(() => Promise.resolve('0000-0000-0000')),
};

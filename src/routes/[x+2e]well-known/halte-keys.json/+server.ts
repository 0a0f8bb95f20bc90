import { runtime } from '#lib/server/runtime.ts';
import { publicData } from '#lib/server/http/publicData.ts';
import { publishKeys } from '#lib/services/publishKeys.ts';
import type { RequestHandler } from './$types';

/** The public keys by which attestations are verified, old ones too. */
export const GET: RequestHandler = async () => publicData({ keys: await publishKeys(runtime().deps) });

import { publicData } from '#lib/server/http/publicData.ts';
import { runtime } from '#lib/server/runtime.ts';
import { publishStatus } from '#lib/services/publishStatus.ts';
import type { RequestHandler } from './$types';

/** The signed list of what was revoked. */
export const GET: RequestHandler = async () => publicData(await publishStatus(runtime().deps));

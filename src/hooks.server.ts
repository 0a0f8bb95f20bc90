import { sequence } from '@sveltejs/kit/hooks';
import type { HandleServerError } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/db/availability.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { identifyRequest } from '#lib/server/http/identifyRequest.ts';
import { refuseForeignOrigin } from '#lib/server/http/refuseForeignOrigin.ts';
import { secureHeaders } from '#lib/server/http/secureHeaders.ts';
import { speakLanguage } from '#lib/server/http/speakLanguage.ts';

export const handle = sequence(identifyRequest, secureHeaders, refuseForeignOrigin, speakLanguage);

export const handleError: HandleServerError = ({ error, event, status }) => {
	const requestId = event.locals.requestId;
	if (status === 404) return { message: 'not_found', code: 'not_found', requestId };
	log.error({ requestId, route: event.route.id, error: errorForLog(error) }, 'request failed');
	const code = isDatabaseAway(error) ? 'database_away' : 'unexpected';
	return { message: code, code, requestId };
};

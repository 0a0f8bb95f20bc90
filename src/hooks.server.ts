import { getRequestEvent } from '$app/server';
import { sequence } from '@sveltejs/kit/hooks';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';
import { isDatabaseAway } from '#lib/server/db/availability.ts';
import { errorForLog, log } from '#lib/server/observe/log.ts';
import { answerWrongMethod } from '#lib/server/http/answerWrongMethod.ts';
import { compressPages } from '#lib/server/http/compressPages.ts';
import { explainMissingFile } from '#lib/server/http/explainMissingFile.ts';
import { hearOut } from '#lib/server/http/hearOut.ts';
import { identifyRequest } from '#lib/server/http/identifyRequest.ts';
import { answerWhenDatabaseIsAway } from '#lib/server/http/databaseAway.ts';
import { leaveNothing } from '#lib/server/http/leaveNothing.ts';
import { markCopies } from '#lib/server/http/markCopies.ts';
import { nameOwners } from '#lib/server/http/nameOwners.ts';
import { readDevice } from '#lib/server/http/readDevice.ts';
import { readSignIn } from '#lib/server/http/readSignIn.ts';
import { refuseForeignOrigin } from '#lib/server/http/refuseForeignOrigin.ts';
import { secureHeaders } from '#lib/server/http/secureHeaders.ts';
import { sendStylesAlong } from '#lib/server/http/sendStylesAlong.ts';
import { speakLanguage } from '#lib/server/http/speakLanguage.ts';
import styles from '#lib/ui/app.css?inline';
import { enterKiosk } from './kiosk/enterKiosk.server.ts';

export const handle = sequence(
	hearOut,
	identifyRequest,
	secureHeaders,
	compressPages,
	leaveNothing,
	sendStylesAlong(styles),
	speakLanguage,
	answerWrongMethod,
	explainMissingFile,
	refuseForeignOrigin,
	markCopies,
	enterKiosk,
	readDevice,
	readSignIn,
	nameOwners,
);

export const init: ServerInit = () => answerWhenDatabaseIsAway(getRequestEvent);

export const handleError: HandleServerError = ({ error, event, status }) => {
	const requestId = event.locals.requestId;
	// The last resort, src/error.html, can show the message and nothing else: so the message is the id.
	if (status === 404) return { message: requestId, code: 'not_found', requestId };
	// What was asked is at fault, and the access line has its status: nothing failed here.
	if (status < 500) return { message: requestId, code: status === 413 ? 'too_long' : 'unread', requestId };
	log.error({ requestId, route: event.route.id, error: errorForLog(error) }, 'request failed');
	const code = isDatabaseAway(error) ? 'database_away' : 'unexpected';
	return { message: requestId, code, requestId };
};

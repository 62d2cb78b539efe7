import type { ErrorObject } from '../api/index.ts';
import { type ErrorKind, ThreadkitError } from '../errors/threadkit-error.ts';
import { isRecord } from '../is-record.ts';
import { parseJson } from '../parse-json.ts';

import { describeResponse } from './describe-response.ts';
import { readRetryAfterMs } from './retry.ts';

/** Messages of the service for a thread with an active run. */
const LOCKED = /while a run \S{1,100} is active|already has an active run/;

/** Turns an error response into a `ThreadkitError`. Reads the body. Never rejects. */
export async function readError(response: Response, now: number): Promise<ThreadkitError> {
  const text = await response.text().catch(() => '');
  const body = toErrorObject(parseJson(text));
  const kind = kindOf(response.status, body);
  return new ThreadkitError(kind, explain(kind, response, text, body), {
    status: response.status,
    body,
    requestId: response.headers.get('x-request-id') ?? undefined,
    retryAfterMs: readRetryAfterMs(response.headers, now),
  });
}

function kindOf(status: number, body: ErrorObject | undefined): ErrorKind {
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (status === 400 && body && LOCKED.test(body.message)) return 'locked';
  const isMissing =
    body?.code === 'model_not_found' || (status === 404 && body?.message.startsWith('No assistant'));
  return isMissing ? 'config' : 'api';
}

function explain(kind: ErrorKind, response: Response, text: string, body: ErrorObject | undefined): string {
  const reason = body?.message ?? `The server did not say why: ${describeResponse(response, text)}`;
  if (kind === 'unauthorized') return `The server refused access (${response.status}). ${reason}`;
  return reason;
}

/**
 * Turns the data of an `error` event into a `ThreadkitError` with the backend's message, type and code. It has no `status`,
 * because it is unknown what the backend did before.
 */
export function toEventError(data: unknown): ThreadkitError {
  const body = toErrorObject(data);
  const isRateLimit = body !== undefined && RATE_LIMITS.has(body.code ?? body.type);
  const text = body?.message ?? 'The server reported an error without saying why.';
  return new ThreadkitError(isRateLimit ? 'rate-limited' : 'api', text, { body });
}

const RATE_LIMITS: ReadonlySet<string> = new Set(['rate_limit_exceeded', 'insufficient_quota']);

/** The `error` of a body or of the data of an `error` event: nested as it is sent, or flat as in the schema. */
export function toErrorObject(value: unknown): ErrorObject | undefined {
  if (!isRecord(value)) return undefined;
  const { error: given = value } = value;
  const error = isRecord(given) ? given : { ...value, message: given };
  const { message, type, param, code } = error;
  if (typeof message !== 'string') return undefined;
  return {
    message,
    type: typeof type === 'string' ? type : 'server_error',
    param: typeof param === 'string' ? param : null,
    code: typeof code === 'string' ? code : null,
  };
}

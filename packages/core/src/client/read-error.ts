import type { ErrorObject } from '../api/index.ts';
import { type ErrorKind, ThreadkitError } from '../errors/threadkit-error.ts';
import { isMembers } from '../wire/fill.ts';
import { describeAnswer } from './describe-answer.ts';
import { readRetryAfterMs } from './retry.ts';

/** The wordings with which the service refuses a thread that has an active run. */
const LOCKED = /while a run \S{1,100} is active|already has an active run/;

/** Turns a refused answer into an error. Reads the body; never fails, whatever the body holds. */
export async function readError(response: Response, now: number): Promise<ThreadkitError> {
  const said = await response.text().catch(() => '');
  const body = readErrorObject(said);
  const kind = kindOf(response.status, body);
  return new ThreadkitError(kind, explain(kind, response, said, body), {
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

function explain(kind: ErrorKind, response: Response, said: string, body: ErrorObject | undefined): string {
  const reason = body?.message ?? `The server did not say why: ${describeAnswer(response, said)}`;
  if (kind === 'unauthorized') return `The server refused access (${response.status}). ${reason}`;
  return reason;
}

/**
 * The data of an `error` event as an error, with the backend's own sentence, type and code. Without a `status`: what the
 * backend did before it refused is unknown.
 */
export function toEventError(data: unknown): ThreadkitError {
  const body = toErrorObject(data);
  const isRateLimit = body !== undefined && RATE_LIMITS.has(body.code ?? body.type);
  const said = body?.message ?? 'The server reported an error without saying why.';
  return new ThreadkitError(isRateLimit ? 'rate-limited' : 'api', said, { body });
}

const RATE_LIMITS: ReadonlySet<string> = new Set(['rate_limit_exceeded', 'insufficient_quota']);

/** The `error` of a body, or of an `error` event's data: nested as it is sent, or flat as the schema has it. */
export function readErrorObject(json: string): ErrorObject | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined; // A proxy's HTML page, or nothing: the status has to do.
  }
  return toErrorObject(value);
}

export function toErrorObject(value: unknown): ErrorObject | undefined {
  if (!isMembers(value)) return undefined;
  const { error: given = value } = value;
  const error = isMembers(given) ? given : { ...value, message: given };
  const { message, type, param, code } = error;
  if (typeof message !== 'string') return undefined;
  return {
    message,
    type: typeof type === 'string' ? type : 'server_error',
    param: typeof param === 'string' ? param : null,
    code: typeof code === 'string' ? code : null,
  };
}

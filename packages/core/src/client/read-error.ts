import type { ErrorObject } from '../api/index.ts';
import { type ErrorKind, ThreadkitError } from '../errors/threadkit-error.ts';
import { readRetryAfterMs } from './retry.ts';

/** The wordings with which the service refuses a thread that has an active run. */
const LOCKED = /while a run \S{1,100} is active|already has an active run/;

/** Turns a refused answer into an error. Reads the body; never fails, whatever the body holds. */
export async function readError(response: Response, now: number): Promise<ThreadkitError> {
  const body = readErrorObject(await response.text().catch(() => ''));
  const kind = kindOf(response.status, body);
  return new ThreadkitError(kind, explain(kind, response.status, body), {
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

function explain(kind: ErrorKind, status: number, body: ErrorObject | undefined): string {
  const said = body?.message ?? `The server answered ${status} without saying why.`;
  if (kind === 'unauthorized') return `The server refused access (${status}). ${said}`;
  return said;
}

/** The data of an `error` event as an error, with the backend's own sentence, type and code. */
export function toEventError(data: unknown): ThreadkitError {
  const body = toErrorObject(data);
  const isRateLimit = body !== undefined && RATE_LIMITS.has(body.code ?? body.type);
  const said = body?.message ?? 'The server reported an error without saying why.';
  return new ThreadkitError(isRateLimit ? 'rate-limited' : 'api', said, { body });
}

const RATE_LIMITS: ReadonlySet<string> = new Set(['rate_limit_exceeded', 'insufficient_quota']);

/** The `error` of a body, or of an `error` event's data: nested as it is sent, or flat as the schema has it. */
export function readErrorObject(text: string): ErrorObject | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // A proxy's HTML page, or nothing: the status has to do.
  }
  return toErrorObject(value);
}

export function toErrorObject(value: unknown): ErrorObject | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const error = 'error' in value && typeof value.error === 'object' && value.error ? value.error : value;
  if (!('message' in error) || typeof error.message !== 'string') return undefined;
  return {
    message: error.message,
    type: 'type' in error && typeof error.type === 'string' ? error.type : 'server_error',
    param: 'param' in error && typeof error.param === 'string' ? error.param : null,
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
  };
}

import type { ErrorObject } from '../api/index.ts';

/**
 * The kinds of errors, a closed list.
 * `api`: the backend refused, or failed where `status` is 500 and above · `locked`: the thread has an active run ·
 * `rate-limited`: try again later · `unauthorized`: 401 or 403 · `network`: there was no response · `stream`: a response was
 * cut off or malformed · `tool`: a tool of this page was not run · `config`: Threadkit was set up or called wrongly; includes an
 * unknown assistant (`status` 404) and an unknown model.
 */
export type ErrorKind =
  | 'api'
  | 'locked'
  | 'rate-limited'
  | 'unauthorized'
  | 'network'
  | 'stream'
  | 'tool'
  | 'config';

/** The optional fields of a {@link ThreadkitError}. */
export interface ErrorDetails {
  /** What was caught, as in `ErrorOptions`. */
  cause?: unknown;
  /** HTTP status. */
  status?: number | undefined;
  /** The backend's own `type`, `code`, `param`. */
  body?: ErrorObject | undefined;
  /** `x-request-id` of the response. */
  requestId?: string | undefined;
  /** Milliseconds to wait before the next attempt, as the backend requests. */
  retryAfterMs?: number | undefined;
}

const BRAND: unique symbol = Symbol.for('threadkit.error') as never;

/** The error class of Threadkit. `message` says what happened, why, and what to do; programs read `kind`. */
export class ThreadkitError extends Error {
  override readonly name = 'ThreadkitError';
  /** What kind of failure it is, for programs. */
  readonly kind: ErrorKind;
  /** HTTP status. Undefined when there was no response, and for errors of this page. */
  readonly status: number | undefined;
  /** The backend's own `type`, `code` and `param`. Undefined when it sent none. */
  readonly body: ErrorObject | undefined;
  /** `x-request-id` of the response, for the backend's logs. */
  readonly requestId: string | undefined;
  /** Milliseconds to wait before the next attempt, as the backend requests. */
  readonly retryAfterMs: number | undefined;
  readonly [BRAND] = true;

  constructor(kind: ErrorKind, message: string, details: ErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.kind = kind;
    this.status = details.status;
    this.body = details.body;
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** Whether a value is a `ThreadkitError`, also one of another copy of this package, which `instanceof` misses. */
export function isThreadkitError(error: unknown): error is ThreadkitError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

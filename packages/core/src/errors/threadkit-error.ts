import type { ErrorObject } from '../api/index.ts';

/**
 * What went wrong, as a closed list.
 * `api`: the backend refused, or failed where `status` is 500 and above · `locked`: the thread has an active run · `rate-limited`: try again later ·
 * `unauthorized`: 401 or 403 · `network`: no answer came · `stream`: an answer was cut off or malformed ·
 * `tool`: a tool of this page failed · `config`: Threadkit was set up or called wrongly, which an unknown assistant
 * (`status` 404) and an unknown model are too.
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

export interface ErrorDetails {
  cause?: unknown;
  /** HTTP status. */
  status?: number | undefined;
  /** The backend's own `type`, `code`, `param`. */
  body?: ErrorObject | undefined;
  /** `x-request-id` of the answer. */
  requestId?: string | undefined;
  /** How long the backend asks to wait. */
  retryAfterMs?: number | undefined;
}

const BRAND: unique symbol = Symbol.for('threadkit.error') as never;

/** The one error class. `message` says what happened, why, and what to do; `kind` is for programs. */
export class ThreadkitError extends Error {
  override readonly name = 'ThreadkitError';
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  readonly body: ErrorObject | undefined;
  readonly requestId: string | undefined;
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

/** True for errors of any copy of Threadkit on the page, which `instanceof` would miss. */
export function isThreadkitError(error: unknown): error is ThreadkitError {
  return typeof error === 'object' && error !== null && BRAND in error;
}

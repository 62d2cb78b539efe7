import type { ErrorBody } from '@threadkit/core/api';

interface ErrorDetails {
  readonly param?: string | null;
  readonly code?: string | null;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Messages quote request values, which may be long. */
const MAX_MESSAGE = 4000;

/** A response with status 400 or above. Its message is meant for the caller and never contains an internal error. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, details: ErrorDetails = {}) {
    const text = message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message;
    super(text);
    this.status = status;
    this.headers = details.headers ?? {};
    this.body = {
      error: {
        message: text,
        type: details.type ?? (status >= 500 ? 'server_error' : 'invalid_request_error'),
        param: details.param ?? null,
        code: details.code ?? null,
      },
    };
  }
}

export function badRequest(message: string, details?: ErrorDetails): HttpError {
  return new HttpError(400, message, details);
}

const NOUNS = {
  assistant: 'assistant',
  thread: 'thread',
  message: 'message',
  run: 'run',
  step: 'run step',
  file: 'file',
  vectorStore: 'vector store',
  vectorStoreFile: 'vector store file',
  fileBatch: 'file batch',
};

/** An id of another owner gets the same response as an unknown id. */
export function notFound(kind: keyof typeof NOUNS, id: string): HttpError {
  return new HttpError(404, `No ${NOUNS[kind]} found with id '${id}'.`);
}

export function forbidden(message: string): HttpError {
  return new HttpError(403, message, { code: 'forbidden' });
}

/** `x-should-retry` prevents the official SDKs from retrying. */
export function notImplemented(message: string, param?: string): HttpError {
  return new HttpError(501, message, {
    code: 'not_implemented',
    headers: { 'x-should-retry': 'false' },
    ...(param !== undefined && { param }),
  });
}

/** The cause is only logged: it contains file names. The header counts in whole seconds. */
export function storageUnavailable(retryAfterMs: number | undefined): HttpError {
  return new HttpError(
    503,
    "The server cannot use its storage at the moment. Try again later; the operator finds the reason in the server's log.",
    {
      code: 'storage_unavailable',
      ...(retryAfterMs !== undefined && {
        headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) },
      }),
    },
  );
}

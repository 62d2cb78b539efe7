import { QuotaExceededError } from '../storage/quota.ts';
import { StorageUnavailableError } from '../storage/storage-unavailable-error.ts';
import { HttpError, storageUnavailable } from './http-error.ts';
import { quotaExceeded } from './quota-exceeded.ts';

export function jsonResponse(body: unknown, init: { status?: number; headers?: HeadersInit } = {}): Response {
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  headers.set('cache-control', 'no-store');
  return new Response(JSON.stringify(body), { status: init.status ?? 200, headers });
}

/** Any thrown value in the wire's error shape. Errors that are not meant for the caller are passed to `report`. */
export function errorResponse(error: unknown, report: (error: unknown) => void): Response {
  if (!(error instanceof HttpError || error instanceof QuotaExceededError)) report(error);
  const response = toHttpError(
    error,
    'The server had an error while processing your request. Sorry about that!',
  );
  return jsonResponse(response.body, { status: response.status, headers: response.headers });
}

/** The error as the caller may see it; `otherwise` is the message for internal errors. */
export function toHttpError(error: unknown, otherwise: string): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof QuotaExceededError) return quotaExceeded(error.exceeded);
  if (error instanceof StorageUnavailableError) return storageUnavailable(error.retryAfterMs);
  return new HttpError(500, otherwise);
}

import { HttpError } from './http-error.ts';

export function jsonResponse(body: unknown, init: { status?: number; headers?: HeadersInit } = {}): Response {
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  headers.set('cache-control', 'no-store');
  return new Response(JSON.stringify(body), { status: init.status ?? 200, headers });
}

/** Whatever was thrown, in the wire's shape. What is not meant for the caller is told to `onError` instead. */
export function errorResponse(error: unknown, onError: (error: unknown) => void): Response {
  const told = error instanceof HttpError ? error : undefined;
  if (!told) onError(error);
  const answer =
    told ?? new HttpError(500, 'The server had an error while processing your request. Sorry about that!');
  return jsonResponse(answer.body, { status: answer.status, headers: answer.headers });
}

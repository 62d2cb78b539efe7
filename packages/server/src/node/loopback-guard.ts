import { HttpError } from '../http/http-error.ts';
import { jsonResponse } from '../http/json-response.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase());
}

/**
 * Refuses requests with another `Host` header. Protects against DNS rebinding, where a foreign site's name resolves to this
 * machine and its pages become same-origin.
 */
export function refuseForeignHost(request: Request): Response | undefined {
  const host = request.headers.get('host') ?? '';
  if (isLoopback(host.replace(/:\d+$/, ''))) return undefined;
  const error = new HttpError(
    403,
    `Requests for the host '${host}' are refused: this server is for this machine only. Use http://127.0.0.1 or http://localhost.`,
    { code: 'host_not_allowed' },
  );
  return jsonResponse(error.body, { status: error.status });
}

import { HttpError } from './http-error.ts';

/** Which other origins may call the server from a page. */
export interface CorsOptions {
  /** Exact origins with scheme and port, such as `https://app.example`. There is no wildcard; credentials are allowed. */
  readonly origins: readonly string[];
}

const RATE_LIMITS = ['limit', 'remaining', 'reset'].flatMap((what) => [
  `x-ratelimit-${what}-requests`,
  `x-ratelimit-${what}-tokens`,
]);

/** Response headers that clients read. A proxy in front of this server may add the rate limits. */
const EXPOSED = [
  'accept-ranges',
  'content-disposition',
  'content-range',
  'date',
  'x-request-id',
  'retry-after',
  'retry-after-ms',
  'x-should-retry',
  'openai-poll-after-ms',
  'openai-processing-ms',
  'openai-version',
  'threadkit-capabilities',
  ...RATE_LIMITS,
].join(', ');

/** Allowed headers for a preflight that requests none. */
const ALLOWED = [
  'authorization',
  'api-key',
  'content-type',
  'openai-beta',
  'openai-organization',
  'openai-project',
  'idempotency-key',
  'last-event-id',
  'threadkit-accept',
].join(', ');

/** CORS headers of a response; without the allow headers for an origin that is not listed. */
export function corsHeaders(request: Request, cors: CorsOptions | undefined): Record<string, string> {
  if (!cors) return {};
  const origin = request.headers.get('origin');
  if (origin === null || !cors.origins.includes(origin)) return { vary: 'origin' };
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': EXPOSED,
  };
}

/** The response to a browser's preflight. Every requested header is allowed, including the SDKs' telemetry. */
export function preflightResponse(request: Request, cors: CorsOptions | undefined): Response {
  const headers = new Headers(corsHeaders(request, cors));
  if (headers.has('access-control-allow-origin')) {
    headers.set('access-control-allow-methods', 'GET, POST, DELETE');
    headers.set(
      'access-control-allow-headers',
      request.headers.get('access-control-request-headers') ?? ALLOWED,
    );
    headers.set('access-control-max-age', '600');
  }
  return new Response(null, { status: 204, headers });
}

/** The origin of a cross-origin page that cannot read the response because it is not listed; otherwise undefined. */
export function refusedOrigin(
  { method, headers }: Request,
  cors: CorsOptions | undefined,
): string | undefined {
  const origin = headers.get('origin');
  if (origin === null || cors?.origins.includes(origin)) return undefined;
  const isPreflight = method === 'OPTIONS' && headers.has('access-control-request-method');
  const isCrossOrigin = ['cross-site', 'same-site'].includes(headers.get('sec-fetch-site') ?? '');
  return isPreflight || isCrossOrigin ? origin : undefined;
}

/** The log message about a refused origin, and how to allow it. */
export function describeRefusedOrigin(origin: string): string {
  if (origin === 'null') {
    return 'A page without an origin was refused (a local file, or a sandboxed frame). It cannot be allowed: serve the page over http.';
  }
  return `A page of ${origin} was refused: its origin is not allowed. If the page is yours, allow it: --cors-origin ${origin} (threadkit serve), or cors: { origins: ['${origin}'] } (createServer).`;
}

/**
 * Prevents cross-origin pages from acting with a visitor's cookies or from inside a visitor's network. Another port of the
 * same host and a sibling subdomain count as cross-origin.
 */
export function refuseForeignPages(request: Request, cors: CorsOptions | undefined): void {
  const origin = request.headers.get('origin');
  if (request.method === 'GET' || !isForeign(request, origin)) return;
  if (origin !== null && cors?.origins.includes(origin)) return;
  throw new HttpError(
    403,
    `Requests from pages of another origin (${origin ?? 'unknown'}) are refused. List the origin in the server's 'cors.origins' to allow it.`,
    { code: 'origin_not_allowed' },
  );
}

/** Uses `Sec-Fetch-Site`; without it compares hosts only, because a proxy may have terminated TLS. */
function isForeign({ url, headers }: Request, origin: string | null): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  if (origin === null) return false;
  return !URL.canParse(origin) || new URL(origin).host !== (headers.get('host') ?? new URL(url).host);
}

import { describe, expect, it } from 'vitest';
import { corsHeaders, preflightResponse } from './cors.ts';

const cors = { origins: ['https://app.example'] };
const from = (headers: Record<string, string>) =>
  new Request('http://server.test/v1/threads', { method: 'OPTIONS', headers });

/** Headers that the official SDKs send, besides those that need no permission. */
const SENT = [
  'authorization',
  'api-key',
  'content-type',
  'idempotency-key',
  'last-event-id',
  'openai-beta',
  'openai-organization',
  'openai-project',
  'x-stainless-arch',
  'x-stainless-custom-poll-interval',
  'x-stainless-helper-method',
  'x-stainless-lang',
  'x-stainless-os',
  'x-stainless-package-version',
  'x-stainless-poll-helper',
  'x-stainless-retry-count',
  'x-stainless-runtime',
  'x-stainless-runtime-version',
  'x-stainless-timeout',
];

describe('cors', () => {
  it('a preflight allows every header that an SDK requests', () => {
    const headers = {
      origin: 'https://app.example',
      'access-control-request-headers': SENT.join(','),
    };
    const allowed = preflightResponse(from(headers), cors).headers.get('access-control-allow-headers');
    expect(allowed?.split(',')).toEqual(SENT);
  });

  it("a preflight without requested headers allows the contract's headers", () => {
    const response = preflightResponse(from({ origin: 'https://app.example' }), cors);
    for (const name of SENT.slice(0, 8)) {
      expect(response.headers.get('access-control-allow-headers')).toContain(name);
    }
  });

  it('a response exposes the headers that clients read', () => {
    const shown = corsHeaders(from({ origin: 'https://app.example' }), cors)['access-control-expose-headers'];
    for (const name of [
      'x-request-id',
      'retry-after',
      'retry-after-ms',
      'openai-processing-ms',
      'openai-poll-after-ms',
      'x-should-retry',
      'x-ratelimit-remaining-requests',
      'x-ratelimit-reset-tokens',
      'date',
      'threadkit-capabilities',
      'accept-ranges',
      'content-disposition',
      'content-range',
    ]) {
      expect(shown?.split(', ')).toContain(name);
    }
  });

  it('an origin that is not listed is allowed nothing', () => {
    expect(corsHeaders(from({ origin: 'https://evil.example' }), cors)).toEqual({ vary: 'origin' });
    expect(corsHeaders(from({ origin: 'https://app.example' }), undefined)).toEqual({});
    expect(
      preflightResponse(from({ origin: 'https://evil.example' }), cors).headers.has(
        'access-control-allow-headers',
      ),
    ).toBe(false);
  });
});

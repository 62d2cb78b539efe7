/** A longer delay is ignored: no user keeps the page open for it. */
const LONGEST_MS = 24 * 3600 * 1000;

/**
 * The provider's requested delay in milliseconds, from `retry-after-ms` or `retry-after` (seconds, or a date relative to
 * `now` in Unix milliseconds). Undefined when absent or longer than a day.
 */
export function retryAfterMs(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const ms = waitMs(headers, now);
  return ms === undefined || !Number.isFinite(ms) || ms > LONGEST_MS ? undefined : ms;
}

/** Whether the provider says that a further attempt is futile, as OpenAI does. */
export function refusesRetry(headers: Pick<Headers, 'get'>): boolean {
  return headers.get('x-should-retry') === 'false';
}

function waitMs(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const text = headers.get('retry-after')?.trim() ?? '';
  if (text === '') return undefined;
  const seconds = Number(text);
  if (!Number.isNaN(seconds)) return seconds < 0 ? undefined : seconds * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

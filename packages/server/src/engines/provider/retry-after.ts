/** A longer delay is ignored: no user keeps the page open for it. */
const LONGEST_S = 24 * 3600;

/**
 * The provider's requested delay in whole seconds, from `retry-after-ms` or `retry-after` (seconds, or a date relative to
 * `now` in Unix milliseconds). Undefined when absent or longer than a day.
 */
export function retryAfterSeconds(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const ms = waitMs(headers, now);
  if (ms === undefined || !Number.isFinite(ms) || ms > LONGEST_S * 1000) return undefined;
  return Math.max(1, Math.ceil(ms / 1000));
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

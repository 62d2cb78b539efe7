const WAIT = /\btry again in (?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?/i;

/** The wait in milliseconds that a provider's message contains ("try again in 1m7.5s"), if any. */
export function retryAfterMs(message: string): number | undefined {
  const [, hours, minutes, seconds, milliseconds] = WAIT.exec(message) ?? [];
  const wait =
    Number(hours ?? 0) * 3_600_000 +
    Number(minutes ?? 0) * 60_000 +
    Number(seconds ?? 0) * 1000 +
    Number(milliseconds ?? 0);
  return wait > 0 ? wait : undefined;
}

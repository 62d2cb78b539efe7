/** For the log, about a rate limit that ended a run. `afterMs` is undefined when the provider does not say how long to wait. */
export function describeRateLimit(afterMs: number | undefined): string {
  const wait = afterMs === undefined ? '' : ` and asks to wait ${Math.ceil(afterMs / 1000)} s`;
  return `The model provider limits requests${wait}. If users often wait, raise the rate limit of your account there.`;
}

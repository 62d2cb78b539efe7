/** Real time: only a failing test waits this long. */
const TIMEOUT_MS = 10_000;

/** Repeats the check between other tasks until it passes. Rejects after ten seconds of real time. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + TIMEOUT_MS;
  while (performance.now() < giveUpAt) {
    if (await check()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('The awaited condition was never met.');
}

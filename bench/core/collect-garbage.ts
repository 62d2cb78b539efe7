/** Collects all garbage now. Needs `node --expose-gc`. */
export function collectGarbage(): void {
  if (!globalThis.gc)
    throw new Error('Run this with `node --expose-gc`: it has to collect garbage to measure.');
  globalThis.gc();
}

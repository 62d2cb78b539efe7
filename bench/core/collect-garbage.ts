/** Collects all garbage now. Needs `node --expose-gc`. */
export function collectGarbage(): void {
  if (!globalThis.gc)
    throw new Error('Run this with `node --expose-gc`: the measurement needs to collect garbage.');
  globalThis.gc();
}

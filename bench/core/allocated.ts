import { GCProfiler, getHeapStatistics } from 'node:v8';

/** Used size of the heap before and after one collection, in bytes. */
export interface Collection {
  readonly before: number;
  readonly after: number;
}

/**
 * Returns all bytes allocated on the heap, garbage included: the sum of the heap's growth between collections. The used size
 * alone would miss objects that were collected in between.
 */
export function allocatedBytes(start: number, collections: readonly Collection[], end: number): number {
  let from = start;
  let bytes = 0;
  for (const { before, after } of collections) {
    bytes += before - from;
    from = after;
  }
  return bytes + end - from;
}

/** Runs `act` and returns the bytes that it allocates on the heap. Buffers outside the heap are not counted. */
export async function countAllocated(act: () => Promise<unknown>): Promise<number> {
  const profiler = new GCProfiler();
  profiler.start();
  const start = getHeapStatistics().used_heap_size;
  await act();
  const end = getHeapStatistics().used_heap_size;
  const collections = profiler.stop().statistics.map(({ beforeGC, afterGC }) => ({
    before: beforeGC.heapStatistics.usedHeapSize,
    after: afterGC.heapStatistics.usedHeapSize,
  }));
  return allocatedBytes(start, collections, end);
}

import { GCProfiler, getHeapStatistics } from 'node:v8';

/** How full the heap was before and after one collection, in bytes. */
export interface Collection {
  readonly before: number;
  readonly after: number;
}

/**
 * All bytes that were allocated on the heap, those that became garbage included: what the heap grew by between
 * one collection and the next, added up. The heap's used size alone would miss what was collected on the way.
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

/** Runs `act` and counts the bytes it allocates on the heap. Buffers outside of it are not counted. */
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

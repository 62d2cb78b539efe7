import { expect, it } from 'vitest';
import { allocatedBytes, countAllocated } from './allocated.ts';

it('allocatedBytes adds up the growth of the heap between collections', () => {
  expect(allocatedBytes(100, [], 150)).toBe(50);
  const collections = [
    { before: 300, after: 120 },
    { before: 320, after: 110 },
  ];
  expect(allocatedBytes(100, collections, 160)).toBe(200 + 200 + 50);
});

it('countAllocated includes garbage', async () => {
  let last: number[] = [];
  const bytes = await countAllocated(async () => {
    for (let round = 0; round < 20_000; round += 1) last = Array.from({ length: 128 }, () => round);
  });
  expect(last).toHaveLength(128);
  expect(bytes).toBeGreaterThan(20_000 * 128 * 4);
});

import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../storage/storage.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';

const event = (seq: number, json = '{}'): StoredEvent => ({ seq, event: 'thread.message.delta', json });
const events = (...seqs: readonly number[]) => seqs.map((seq) => event(seq));

const takeAll = (queue: EventQueue): number[] => queue.takeAll().map(({ seq }) => seq);

describe('createEventQueue', () => {
  it('a queue reads the storage first, and again only after a full page', async () => {
    const queue = createEventQueue(2);
    expect(queue.isBehind).toBe(true);
    const asked: unknown[] = [];
    const read = async (after: number, limit: number) => {
      asked.push([after, limit]);
      return asked.length === 1 ? events(3, 4) : events(5);
    };
    expect(await queue.fill(read, 2)).toBe(2);
    expect(queue.isBehind).toBe(true);
    expect(await queue.fill(read, 2)).toBe(1);
    expect(queue.isBehind).toBe(false);
    expect(asked).toEqual([
      [2, 2],
      [4, 2],
    ]);
    expect(takeAll(queue)).toEqual([3, 4, 5]);
  });

  it('events of a commit follow those before them, without a read', async () => {
    const queue = createEventQueue(0);
    await queue.fill(async () => events(1), 10);
    queue.push(events(2, 3));
    expect(queue.isBehind).toBe(false);
    expect(takeAll(queue)).toEqual([1, 2, 3]);
  });

  it('events that come by commit and by read are taken once', async () => {
    const queue = createEventQueue(0);
    await queue.fill(async () => {
      queue.push(events(1, 2));
      return events(1, 2, 3);
    }, 10);
    expect(takeAll(queue)).toEqual([1, 2, 3]);
    expect(queue.isBehind).toBe(false);
  });

  it.each([
    ['with a gap before it', events(3)],
    ['without its events', []],
  ])('after a commit %s, the storage is read', async (_what, committed) => {
    const queue = createEventQueue(1);
    await queue.fill(async () => [], 10);
    queue.push(committed);
    expect(queue.isBehind).toBe(true);
    expect(queue.takeAll()).toEqual([]);
  });

  it('a slow reader keeps a bounded number of characters, and reads the rest from the storage', async () => {
    const queue = createEventQueue(0);
    await queue.fill(async () => [], 10);
    const long = 'x'.repeat(40_000);
    for (let seq = 1; seq <= 9; seq += 1) queue.push([event(seq, long)]);
    expect(queue.isBehind).toBe(true);
    expect(queue.lastSeq).toBe(3);
    expect(takeAll(queue)).toEqual([1, 2, 3]);
    await queue.fill(
      async (after) => events(...Array.from({ length: 9 - after }, (_, i) => after + 1 + i)),
      10,
    );
    queue.push(events(10));
    expect(takeAll(queue)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });
});

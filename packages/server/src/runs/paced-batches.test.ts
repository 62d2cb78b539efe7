import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { createPacedBatches } from './paced-batches.ts';

/** Batches of characters; each is stored when the test says so. */
function open() {
  const clock = createManualClock(0);
  const stored: { chars: number; resolve: () => void; reject: (error: Error) => void }[] = [];
  const errors: unknown[] = [];
  let pending = 0;
  const batches = createPacedBatches({
    pendingChars: () => pending,
    store: () => {
      const chars = pending;
      pending = 0;
      return new Promise((resolve, reject) => stored.push({ chars, resolve, reject }));
    },
    onError: (error) => errors.push(error),
    setTimer: clock.setTimer,
  });
  const record = (chars: number) => {
    pending += chars;
    return batches.recorded();
  };
  const finishBatch = async () => {
    stored.at(-1)?.resolve();
    await settle();
  };
  return {
    clock,
    batches,
    errors,
    record,
    finishBatch,
    stored,
    chars: () => stored.map(({ chars }) => chars),
  };
}

describe('createPacedBatches', () => {
  it('the first batch is stored at once, and the next 50 ms later with everything recorded until then', async () => {
    const { clock, record, finishBatch, chars } = open();
    expect(record(1)).toBeUndefined();
    await finishBatch();
    void record(2);
    await clock.advance(49);
    void record(3);
    expect(chars()).toEqual([1]);
    await clock.advance(1);
    expect(chars()).toEqual([1, 5]);
  });

  it('what is recorded after a pause is stored at once', async () => {
    const { clock, record, finishBatch, chars } = open();
    void record(1);
    await finishBatch();
    await clock.advance(50);
    void record(2);
    expect(chars()).toEqual([1, 2]);
  });

  it('a batch of 1000 characters is stored without waiting', async () => {
    const { record, finishBatch, chars } = open();
    void record(1);
    await finishBatch();
    void record(999);
    expect(chars()).toEqual([1]);
    void record(1);
    expect(chars()).toEqual([1, 1000]);
  });

  it('one batch is stored at a time, and the recorder waits when another is due', async () => {
    const { clock, record, finishBatch, chars } = open();
    void record(1);
    expect(record(1)).toBeUndefined();
    await clock.advance(50);
    const behind = record(1);
    expect(behind).toBeInstanceOf(Promise);
    expect(chars()).toEqual([1]);
    await finishBatch();
    await behind;
    expect(chars()).toEqual([1, 2]);
  });

  it('the pieces of a batch share one timer, and end() cancels it', async () => {
    const { clock, batches, record, finishBatch } = open();
    for (const chars of [1, 2, 3]) {
      void record(chars);
      await finishBatch();
      expect(clock.pendingTimers).toBe(1);
    }
    await batches.end();
    expect(clock.pendingTimers).toBe(0);
  });

  it('after an error nothing is stored any more, and end() rejects with it', async () => {
    const { clock, batches, errors, record, stored, chars } = open();
    void record(1);
    stored[0]?.reject(new Error('The lease is lost.'));
    await settle();
    expect(errors).toEqual([new Error('The lease is lost.')]);
    void record(2);
    await clock.advance(1_000);
    expect(chars()).toEqual([1]);
    await expect(batches.end()).rejects.toThrow('The lease is lost.');
  });

  it('end() waits for the batch that is being stored, and no other follows it', async () => {
    const { batches, record, finishBatch, chars } = open();
    void record(1);
    void record(1_000);
    let isOver = false;
    const ended = batches.end().then(() => {
      isOver = true;
    });
    await settle();
    expect(isOver).toBe(false);
    await finishBatch();
    await ended;
    expect(chars()).toEqual([1]);
  });
});

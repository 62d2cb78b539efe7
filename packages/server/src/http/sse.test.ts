import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import type { RunStreamItem } from '../runs/run-stream-item.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { HttpError } from './http-error.ts';
import { sseResponse } from './sse.ts';

const SLOW_MS = 1000;

function open(items: (aborted: AbortSignal) => AsyncIterator<RunStreamItem>) {
  const clock = createManualClock();
  let endCount = 0;
  const response = sseResponse(items, {
    toErrorBody: () => new HttpError(503, 'Closing.').body,
    setTimer: clock.setTimer,
    slowReaderMs: SLOW_MS,
    onEnd: () => {
      endCount += 1;
    },
  });
  return { clock, response, endCount: () => endCount };
}

/** An endless stream of comments that records how many were taken and whether it was ended. */
function endless() {
  const seen = { taken: 0, ended: false, aborted: false };
  async function* items(aborted: AbortSignal): AsyncGenerator<RunStreamItem> {
    aborted.addEventListener('abort', () => {
      seen.aborted = true;
    });
    try {
      for (;;) {
        seen.taken += 1;
        yield { kind: 'comment' };
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, items };
}

describe('sseResponse', () => {
  it('sseResponse buffers at most one frame', async () => {
    const { seen, items } = endless();
    const { response } = open(items);
    await settle();
    expect(seen.taken).toBe(1);
    const reader = response.body?.getReader();
    await reader?.read();
    await settle();
    expect(seen.taken).toBe(2);
    await reader?.cancel();
  });

  it('a slow reader is disconnected without done, after the buffered frame', async () => {
    const { seen, items } = endless();
    const { clock, response, endCount } = open(items);
    await clock.advance(SLOW_MS - 1);
    expect(endCount()).toBe(0);
    await clock.advance(1);
    expect({ ...seen, endCount: endCount() }).toEqual({ taken: 1, ended: true, aborted: true, endCount: 1 });
    expect(await response.text()).toBe(': keep-alive\n\n');
    expect(clock.pendingTimers).toBe(0);
  });

  it('a reader that waits for the next frame is not timed out', async () => {
    let send = (_frame: IteratorResult<RunStreamItem>) => {};
    const { clock, response, endCount } = open(() => ({
      next: () =>
        new Promise((resolve) => {
          send = resolve;
        }),
    }));
    const reading = response.text();
    await clock.advance(SLOW_MS * 10);
    expect(endCount()).toBe(0);
    send({ done: true, value: undefined });
    expect(await reading).toBe('');
    expect(endCount()).toBe(1);
  });

  it('onEnd is called once, whether the reader cancels, the items end or the iterator throws', async () => {
    const { items } = endless();
    const left = open(items);
    await left.response.body?.cancel();
    expect(left.endCount()).toBe(1);
    const broken = open(() => ({ next: () => Promise.reject(new Error('inner')) }));
    expect(await broken.response.text()).toMatch(/^event: error\ndata: {"error":{"message":"Closing\."/);
    expect(broken.endCount()).toBe(1);
    expect(broken.clock.pendingTimers + left.clock.pendingTimers).toBe(0);
  });
});

import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../testing/manual-clock.ts';
import { pacedEvents } from './paced-events.ts';

/** A source controlled by the test. */
function source() {
  const waiting: ((result: IteratorResult<string>) => void)[] = [];
  let returned = false;
  return {
    emit: (value: string) => waiting.shift()?.({ value, done: false }),
    end: () => waiting.shift()?.({ value: undefined, done: true }),
    wasReturned: () => returned,
    iterable: {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<IteratorResult<string>>((resolve) => waiting.push(resolve)),
        return: async () => {
          returned = true;
          return { value: undefined, done: true as const };
        },
      }),
    } satisfies AsyncIterable<string>,
  };
}

function listen(dueIn: (now: number) => number | undefined, onDue = () => {}) {
  const clock = createManualClock(0);
  const stop = new AbortController();
  const from = source();
  const received: string[] = [];
  const ended = (async () => {
    const events = pacedEvents<string>(from.iterable, () => dueIn(clock.now()), stop.signal, clock.setTimer);
    for await (const event of events) {
      received.push(event);
      if (event === 'due') onDue();
    }
    return 'the end';
  })().catch((error: unknown) => String(error));
  return { clock, stop, from, received, ended };
}

describe('pacedEvents', () => {
  it('pacedEvents passes items on, and yields due once, however often it was postponed', async () => {
    let deadline: number | undefined = 50;
    const { clock, from, received, ended } = listen(
      (now) => (deadline === undefined ? undefined : Math.max(0, deadline - now)),
      () => {
        deadline = undefined;
      },
    );
    await settle();
    from.emit('a');
    await clock.advance(49);
    deadline = 80;
    await clock.advance(30);
    expect(received).toEqual(['a']);
    await clock.advance(1);
    expect(received).toEqual(['a', 'due']);
    await clock.advance(1000);
    from.emit('b');
    await settle();
    expect(received).toEqual(['a', 'due', 'b']);
    from.end();
    expect(await ended).toBe('the end');
    expect(clock.pendingTimers).toBe(0);
  });

  it('pacedEvents uses at most one timer, however many items arrive', async () => {
    const { clock, from, received, ended } = listen(() => 50);
    await settle();
    for (const item of ['a', 'b', 'c']) {
      from.emit(item);
      await settle();
      expect(clock.pendingTimers).toBe(1);
    }
    expect(received).toEqual(['a', 'b', 'c']);
    from.end();
    await ended;
    expect(clock.pendingTimers).toBe(0);
  });

  it('pacedEvents throws immediately when the signal aborts, even if the source is silent', async () => {
    const { clock, stop, from, ended } = listen(() => 50);
    await settle();
    stop.abort(new Error('enough'));
    expect(await ended).toBe('Error: enough');
    await settle();
    expect(from.wasReturned()).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });
});

import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { pacedEvents } from './paced-events.ts';

/** A source that is told what to say. */
function source() {
  const waiting: ((result: IteratorResult<string>) => void)[] = [];
  let returned = false;
  return {
    say: (value: string) => waiting.shift()?.({ value, done: false }),
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
  const clock = new ManualClock(0);
  const stop = new AbortController();
  const from = source();
  const heard: string[] = [];
  const ended = (async () => {
    const events = pacedEvents<string>(from.iterable, () => dueIn(clock.now()), stop.signal, clock.setTimer);
    for await (const event of events) {
      heard.push(event);
      if (event === 'due') onDue();
    }
    return 'the end';
  })().catch((error: unknown) => String(error));
  return { clock, stop, from, heard, ended };
}

describe('pacedEvents', () => {
  it('hands the items on, and says once when something is due, however often that was put off', async () => {
    let deadline: number | undefined = 50;
    const { clock, from, heard, ended } = listen(
      (now) => (deadline === undefined ? undefined : Math.max(0, deadline - now)),
      () => {
        deadline = undefined;
      },
    );
    await settle();
    from.say('a');
    await clock.advance(49);
    deadline = 80;
    await clock.advance(30);
    expect(heard).toEqual(['a']);
    await clock.advance(1);
    expect(heard).toEqual(['a', 'due']);
    await clock.advance(1000);
    from.say('b');
    await settle();
    expect(heard).toEqual(['a', 'due', 'b']);
    from.end();
    expect(await ended).toBe('the end');
    expect(clock.pendingTimers).toBe(0);
  });

  it('holds one timer at most, however many items come', async () => {
    const { clock, from, heard, ended } = listen(() => 50);
    await settle();
    for (const item of ['a', 'b', 'c']) {
      from.say(item);
      await settle();
      expect(clock.pendingTimers).toBe(1);
    }
    expect(heard).toEqual(['a', 'b', 'c']);
    from.end();
    await ended;
    expect(clock.pendingTimers).toBe(0);
  });

  it('ends at once when it is stopped, though the source is silent', async () => {
    const { clock, stop, from, ended } = listen(() => 50);
    await settle();
    stop.abort(new Error('enough'));
    expect(await ended).toBe('Error: enough');
    await settle();
    expect(from.wasReturned()).toBe(true);
    expect(clock.pendingTimers).toBe(0);
  });
});

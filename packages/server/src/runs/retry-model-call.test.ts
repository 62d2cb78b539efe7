import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { EngineError, type RetryInfo } from '../engines/engine-error.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { type RetryOptions, retryModelCall } from './retry-model-call.ts';

const refused = (retry?: RetryInfo) => new EngineError('rate_limit_exceeded', 'Busy.', retry && { retry });

/** Requests that end as listed; the last one repeats. */
function retrying(outcomes: readonly (Error | string)[], given: Partial<RetryOptions> = {}) {
  const clock = createManualClock(0);
  const stop = new AbortController();
  const startedAt: number[] = [];
  const retried: EngineError[] = [];
  const end = retryModelCall(
    async (retries) => {
      expect(retries).toBe(startedAt.length);
      startedAt.push(clock.now());
      const outcome = outcomes[Math.min(retries, outcomes.length - 1)];
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    {
      now: clock.now,
      setTimer: clock.setTimer,
      random: () => 0,
      maxRetries: 2,
      signal: stop.signal,
      deadline: 600_000,
      isUnanswered: () => true,
      onRetry: (error) => retried.push(error),
      ...given,
    },
  );
  end.catch(() => {});
  return { clock, stop, end, startedAt, retried };
}

describe('retryModelCall', () => {
  it('a refused request is repeated after 1 and 2 seconds, and its error thrown after that', async () => {
    const error = refused({});
    const { clock, end, startedAt, retried } = retrying([error]);
    await clock.advance(60_000);
    await expect(end).rejects.toBe(error);
    expect(startedAt).toEqual([0, 1000, 3000]);
    expect(retried).toEqual([error, error]);
  });

  it('the result of a repeated request is returned', async () => {
    const { clock, end } = retrying([refused({}), 'done']);
    await clock.advance(1000);
    await expect(end).resolves.toBe('done');
  });

  it('a request is repeated when the provider says, and not before', async () => {
    const { clock, end, startedAt } = retrying([refused({ afterMs: 30_000 }), 'done']);
    await clock.advance(29_999);
    expect(startedAt).toEqual([0]);
    await clock.advance(1);
    await expect(end).resolves.toBe('done');
  });

  it.each<[string, Error, Partial<RetryOptions>]>([
    ['an error that does not allow it', refused(), {}],
    ['an unknown error', new Error('A fault.'), {}],
    ['a delay of more than a minute', refused({ afterMs: 60_001 }), {}],
    ['a recorded response', refused({}), { isUnanswered: () => false }],
    ['no retries', refused({}), { maxRetries: 0 }],
    ['a run that expires before', refused({}), { deadline: 1000 }],
  ])('a request is not repeated after %s', async (_case, error, options) => {
    const { end, clock, startedAt, retried } = retrying([error], options);
    await expect(end).rejects.toBe(error);
    expect([startedAt, retried, clock.pendingTimers]).toEqual([[0], [], 0]);
  });

  it('the wait ends with the reason of the signal, and leaves no timer', async () => {
    const { end, clock, stop, startedAt } = retrying([refused({ afterMs: 30_000 })]);
    await settle();
    expect(clock.pendingTimers).toBe(1);
    stop.abort(new Error('The run is cancelled.'));
    await expect(end).rejects.toThrow('The run is cancelled.');
    expect(clock.pendingTimers).toBe(0);
    expect(startedAt).toEqual([0]);
  });

  it('a signal that aborted during the request ends the wait before it begins', async () => {
    const stop = new AbortController();
    stop.abort(new Error('The run is cancelled.'));
    const { end, clock } = retrying([refused({})], { signal: stop.signal });
    await expect(end).rejects.toThrow('The run is cancelled.');
    expect(clock.pendingTimers).toBe(0);
  });
});

import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../engines/engine-error.ts';
import { createRepeatingLog, type LogEntry } from '../shared/log.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { createEmbedder } from './embedder.ts';
import type { EmbeddingPurpose, Embeddings } from './embeddings.ts';

const { signal } = new AbortController();
const away = () => new EngineError('server_error', 'Away.', { retry: {}, forOperator: 'Start it.' });
const refused = () => new EngineError('invalid_prompt', 'Too long.', { forOperator: 'Shorten it.' });
const LENGTHS = (texts: readonly string[]) => texts.map((text) => [text.length, 1]);

/** Embeds as the outcomes say, one for each call; after the last, by lengths. */
function fixture(outcomes: readonly unknown[] = [], options: Partial<Embeddings> = {}) {
  const clock = createManualClock(0);
  const calls: { texts: readonly string[]; purpose: EmbeddingPurpose; at: number }[] = [];
  const log: LogEntry[] = [];
  const faults: unknown[] = [];
  const left = [...outcomes];
  const embedder = createEmbedder(
    {
      model: 'm',
      async embed(texts, _signal, purpose) {
        calls.push({ texts, purpose, at: clock.now() });
        const outcome = left.shift();
        if (outcome instanceof Error) throw outcome;
        return (outcome ?? LENGTHS(texts)) as number[][];
      },
      ...options,
    },
    {
      ...clock,
      random: () => 0,
      log: createRepeatingLog((entry) => log.push(entry), clock.now),
      onError: (error) => faults.push(error),
    },
  );
  return { clock, calls, log, faults, embedder };
}

describe('embedPassages', () => {
  it('embeds in batches, in order', async () => {
    const { embedder, calls, clock } = fixture([], { batchSize: 2 });
    const vectors = await embedder.embedPassages(['a', 'bb', 'ccc'], signal);
    expect(vectors).toEqual([1, 2, 3].map((length) => Float32Array.of(length, 1)));
    expect(calls.map(({ texts, purpose }) => [texts, purpose])).toEqual([
      [['a', 'bb'], 'passage'],
      [['ccc'], 'passage'],
    ]);
    expect(clock.pendingTimers).toBe(0);
  });

  it('repeats a refused call, with growing delays', async () => {
    const { embedder, calls, clock, log } = fixture([away(), new TypeError('fetch failed'), away()]);
    const vectors = embedder.embedPassages(['a'], signal);
    await clock.advance(7000);
    expect(await vectors).toHaveLength(1);
    expect(calls.map(({ at }) => at)).toEqual([0, 1000, 3000, 7000]);
    expect(log).toEqual([]);
  });

  it('gives up after four repetitions, says so once an hour, and asks nothing for half a minute', async () => {
    const { embedder, calls, clock, log } = fixture(Array.from({ length: 20 }, away));
    const fail = async () => {
      const vectors = embedder.embedPassages(['a'], signal);
      await clock.advance(15_000);
      expect(await vectors).toBeUndefined();
    };
    await fail();
    expect(calls).toHaveLength(5);
    const message = 'Texts cannot be embedded with the model "m", and are found by keywords only. Start it.';
    expect(log).toEqual([{ level: 'error', event: 'embeddings_failed', model: 'm', message }]);
    await fail();
    expect(calls).toHaveLength(5);
    await clock.advance(15_000);
    await fail();
    expect(calls).toHaveLength(10);
    expect(log).toHaveLength(1);
    await clock.advance(3_600_000);
    await fail();
    expect(log).toHaveLength(2);
  });

  it('does not repeat a refusal of the texts, and embeds others at once', async () => {
    const { embedder, calls, log } = fixture([refused()]);
    expect(await embedder.embedPassages(['a'], signal)).toBeUndefined();
    expect(await embedder.embedPassages(['b'], signal)).toHaveLength(1);
    expect(calls).toHaveLength(2);
    expect(log[0]?.message).toContain('Shorten it.');
  });

  it('vectors that are unusable are a failure, also when they differ between batches', async () => {
    const one = fixture([[[1]]]);
    expect(await one.embedder.embedPassages(['a', 'b'], signal)).toBeUndefined();
    expect(one.log[0]?.message).toContain('It returned 1 vectors for 2 texts.');
    const other = fixture([[[1]], [[1, 2]]], { batchSize: 1 });
    expect(await other.embedder.embedPassages(['a', 'b'], signal)).toBeUndefined();
    expect(other.log[0]?.message).toContain('a vector of 1 numbers for one text, and of 2 for another');
  });

  it('an error of an own function is reported as it was thrown, and its text is not logged', async () => {
    const error = new Error('words of a file');
    const { embedder, clock, log, faults } = fixture(Array.from({ length: 5 }, () => error));
    const vectors = embedder.embedPassages(['a'], signal);
    await clock.advance(15_000);
    expect(await vectors).toBeUndefined();
    expect(faults).toEqual([error]);
    expect(log[0]?.message).not.toContain('of a file');
  });

  it('a call that takes more than a minute is aborted and repeated', async () => {
    const signals: AbortSignal[] = [];
    const { embedder, clock } = fixture([], {
      embed(texts, own) {
        signals.push(own);
        return signals.length === 1 ? new Promise(() => {}) : Promise.resolve(LENGTHS(texts));
      },
    });
    const vectors = embedder.embedPassages(['a'], signal);
    await clock.advance(61_000);
    expect(await vectors).toHaveLength(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  it('rejects with the reason of the signal, also during a delay', async () => {
    const stop = new AbortController();
    const { embedder, clock, log } = fixture([away()]);
    const vectors = embedder.embedPassages(['a'], stop.signal);
    await settle();
    stop.abort(new Error('closing'));
    await expect(vectors).rejects.toThrow('closing');
    expect(clock.pendingTimers).toBe(0);
    expect(log).toEqual([]);
  });
});

describe('embedQueries', () => {
  it('makes one call, of at most five seconds', async () => {
    const failing = fixture([away()]);
    expect(await failing.embedder.embedQueries(['a'], undefined)).toBeUndefined();
    expect(failing.calls).toMatchObject([{ purpose: 'query' }]);
    const slow = fixture([], { embed: () => new Promise(() => {}) });
    const vectors = slow.embedder.embedQueries(['a'], signal);
    await slow.clock.advance(5000);
    expect(await vectors).toBeUndefined();
    expect(slow.log[0]?.message).toContain('no response within 5 s');
  });
});

it('the dimensions are a part of the model', () => {
  expect(fixture().embedder.model).toBe('m');
  expect(fixture([], { dimensions: 256 }).embedder.model).toBe('m (256)');
});

import { settle } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../engines/engine.ts';
import { createManualClock } from '../testing/manual-clock.ts';
import { USAGE } from '../testing/step-engine.ts';
import { testRecorder } from '../testing/test-recorder.ts';
import { recordEngine } from './record-engine.ts';

const text = (value: string): EngineEvent => ({ type: 'text', part: 0, text: value });
const FINISH: EngineEvent = { type: 'finish', reason: 'stop', usage: USAGE };

/** Records these events; every batch is stored when the test says so. */
function recording(events: readonly EngineEvent[]) {
  const clock = createManualClock();
  const recorder = testRecorder();
  const batches: { text: string; resolve: () => void; reject: (error: Error) => void }[] = [];
  const warnings: string[] = [];
  let read = 0;
  async function* generate() {
    for (const event of events) {
      read += 1;
      yield event;
    }
    // A response without an end.
    await new Promise(() => {});
  }
  const stop = new AbortController();
  const end = recordEngine(generate(), recorder, {
    setTimer: clock.setTimer,
    maxResponseChars: 10_000,
    signal: stop.signal,
    onWarning: (message) => warnings.push(message),
    store: () =>
      new Promise<void>((resolve, reject) => {
        const deltas = recorder
          .take()
          .events.flatMap(({ event, data }) =>
            event === 'thread.message.delta' ? (data.delta.content ?? []) : [],
          );
        const written = deltas.map((part) => (part.type === 'text' ? (part.text?.value ?? '') : ''));
        batches.push({ text: written.join(''), resolve, reject });
      }),
  });
  const ended = end.catch(() => {});
  return { clock, batches, warnings, end, ended, stop, read: () => read };
}

const textsOf = (batches: readonly { text: string }[]) => batches.map((batch) => batch.text);

describe('recordEngine', () => {
  it('the first piece is stored at once, and pieces are recorded while it is stored', async () => {
    const { clock, batches, end, read } = recording([text('a'), text('b'), text('c'), FINISH]);
    await settle();
    expect(textsOf(batches)).toEqual(['a']);
    expect(read()).toBe(4);
    await clock.advance(1_000);
    batches[0]?.resolve();
    await expect(end).resolves.toEqual({ reason: 'stop', usage: USAGE });
    expect(batches).toHaveLength(1);
  });

  it('a warning is passed on, and not recorded', async () => {
    const warning: EngineEvent = { type: 'warning', message: 'The model ignores topP.' };
    const { batches, warnings, end } = recording([warning, text('a'), FINISH]);
    await settle();
    batches[0]?.resolve();
    await expect(end).resolves.toMatchObject({ reason: 'stop' });
    expect(warnings).toEqual(['The model ignores topP.']);
    expect(textsOf(batches)).toEqual(['a']);
  });

  it('a second batch is stored after the first, with everything recorded until then', async () => {
    const long = 'x'.repeat(1_500);
    const { batches, end, ended } = recording([text('a'), text('b'), text(long), text('c'), FINISH]);
    await settle();
    expect(textsOf(batches)).toEqual(['a']);
    batches[0]?.resolve();
    await settle();
    expect(textsOf(batches)).toEqual(['a', `b${long}`]);
    batches[1]?.resolve();
    await ended;
    await expect(end).resolves.toMatchObject({ reason: 'stop' });
  });

  it('recordEngine throws what storing a batch throws, also when the engine has finished', async () => {
    const { batches, end } = recording([text('a'), FINISH]);
    await settle();
    batches[0]?.reject(new Error('The lease is lost.'));
    await expect(end).rejects.toThrow('The lease is lost.');
  });

  it('recordEngine ends after the batch that is being stored when its signal aborts', async () => {
    const { batches, end, stop } = recording([text('a'), text('b')]);
    await settle();
    let isSettled = false;
    void end.catch(() => {
      isSettled = true;
    });
    stop.abort(new Error('The run is cancelled.'));
    await settle();
    expect(isSettled).toBe(false);
    batches[0]?.resolve();
    await expect(end).rejects.toThrow('The run is cancelled.');
  });

  it('recordEngine throws the reason of its signal at once, although the engine is silent, and returns the engine', async () => {
    let isReturned = false;
    const silent: AsyncIterable<EngineEvent> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => {}),
        return: async () => {
          isReturned = true;
          return { value: undefined, done: true };
        },
      }),
    };
    const stop = new AbortController();
    const { setTimer } = createManualClock();
    const end = recordEngine(silent, testRecorder(), {
      setTimer,
      maxResponseChars: 10_000,
      signal: stop.signal,
      onWarning: () => {},
      store: async () => {},
    });
    stop.abort(new Error('The run is cancelled.'));
    await expect(end).rejects.toThrow('The run is cancelled.');
    expect(isReturned).toBe(true);
  });

  it('an engine that does not observe the signal is not recorded after its abort', async () => {
    const { batches, end, ended, stop, read } = recording([
      text('a'),
      text('x'.repeat(1_000)),
      text('c'),
      FINISH,
    ]);
    await settle();
    expect(read()).toBe(2);
    stop.abort(new Error('The run is cancelled.'));
    await settle();
    batches[0]?.resolve();
    await ended;
    await settle();
    await expect(end).rejects.toThrow('The run is cancelled.');
    expect(textsOf(batches)).toEqual(['a']);
  });
});

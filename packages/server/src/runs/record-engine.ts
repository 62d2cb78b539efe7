import type { EngineEvent } from '../engines/engine.ts';
import type { ModelCallRecorder } from './accumulators/model-call-recorder.ts';
import type { ModelCallEnd } from './end-of-model-call.ts';
import { EngineInterfaceError } from './engine-interface-error.ts';
import { createPacedBatches, type PacedBatches } from './paced-batches.ts';
import { createResponseLimit } from './response-limit.ts';
import type { RunContext } from './run-context.ts';
import { wholeUsage } from './usage.ts';

export interface RecordOptions extends Pick<RunContext, 'setTimer' | 'maxResponseChars'> {
  readonly signal: AbortSignal;
  /** Stores what was recorded since its last call. Never called while it is running. */
  readonly store: () => Promise<void>;
  /** Called with each `warning` of the engine. */
  readonly onWarning: (message: string) => void;
}

/**
 * Records the events of a model call and stores them in batches. Records the next batch while one is stored, and waits for the
 * storage when that batch is due as well. When the promise settles, nothing is being stored.
 *
 * @returns How the model call ended; `too long` when it exceeded `maxResponseChars`.
 * @throws What the engine or `store` throws, or the signal's reason as soon as it aborts, whether or not the engine observes it.
 */
export async function recordEngine(
  events: AsyncIterable<EngineEvent>,
  recorder: ModelCallRecorder,
  { store, onWarning, setTimer, maxResponseChars, signal }: RecordOptions,
): Promise<ModelCallEnd | 'too long'> {
  let interrupt = (_reason: unknown) => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    interrupt = reject;
  });
  const pendingChars = () => recorder.pendingChars;
  const batches = createPacedBatches({ pendingChars, store, onError: interrupt, setTimer });
  const abort = () => interrupt(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  try {
    const end = await readEvents(events, recorder, {
      batches,
      onWarning,
      maxResponseChars,
      interrupted,
    });
    await batches.end();
    return end;
  } catch (error) {
    await batches.end().catch(() => {});
    throw error;
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Rejects as soon as `interrupted` does. */
async function readEvents(
  events: AsyncIterable<EngineEvent>,
  recorder: ModelCallRecorder,
  options: Pick<RecordOptions, 'maxResponseChars' | 'onWarning'> & {
    readonly batches: PacedBatches;
    readonly interrupted: Promise<never>;
  },
): Promise<ModelCallEnd | 'too long'> {
  const { batches, interrupted } = options;
  const limit = createResponseLimit(options.maxResponseChars);
  const iterator = events[Symbol.asyncIterator]();
  let isDone = false;
  let isOver = false;

  async function read(): Promise<ModelCallEnd | 'too long'> {
    for (;;) {
      const { done, value: event } = await iterator.next();
      if (isOver) return interrupted;
      if (done) {
        isDone = true;
        throw new EngineInterfaceError('It ended its model call without a finish event.');
      }
      if (event.type === 'finish') return { reason: event.reason, usage: wholeUsage(event.usage) };
      if (event.type === 'warning') {
        options.onWarning(event.message);
        continue;
      }
      const kept = limit.take(event);
      if (kept) recorder.record(kept);
      if (limit.isExceeded) return 'too long';
      const behind = batches.recorded();
      if (behind) await behind;
    }
  }

  try {
    return await Promise.race([interrupted, read()]);
  } finally {
    isOver = true;
    // Not awaited, because the engine may hang. Errors after it was abandoned are irrelevant.
    if (!isDone) void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

import type { EngineEvent } from '../engines/engine.ts';
import { EngineError } from '../engines/engine-error.ts';
import type { ModelCallRecorder } from './accumulators/model-call-recorder.ts';
import type { ModelCallEnd } from './end-of-model-call.ts';
import { pacedEvents } from './paced-events.ts';
import { createResponseLimit } from './response-limit.ts';
import type { RunContext } from './run-context.ts';
import { wholeUsage } from './usage.ts';

/** Minimum milliseconds between two stored batches of deltas. The first is stored at once. */
const FLUSH_MS = 50;
/** A batch of this many characters is stored without waiting. */
const FLUSH_CHARS = 1000;

export interface RecordOptions extends Pick<RunContext, 'now' | 'setTimer' | 'maxResponseChars'> {
  readonly signal: AbortSignal;
  /** Stores what was recorded since its last call. Never called while it is running. */
  readonly store: () => Promise<void>;
}

/**
 * Records the events of a model call and stores them in batches. Records the next batch while one is stored, and waits for the
 * storage when that batch is due as well. When the promise settles, nothing is being stored.
 *
 * @returns How the model call ended; `too long` when it exceeded `maxResponseChars`.
 * @throws What the engine or `store` throws, or the signal's reason.
 */
export async function recordEngine(
  events: AsyncIterable<EngineEvent>,
  recorder: ModelCallRecorder,
  { store, ...options }: RecordOptions,
): Promise<ModelCallEnd | 'too long'> {
  let storing = Promise.resolve();
  const flush = async (): Promise<void> => {
    await storing;
    storing = store();
    // An error is reported by the next flush, or at the end.
    storing.catch(() => {});
  };
  try {
    const end = await readEvents(events, recorder, { ...options, flush });
    await storing;
    return end;
  } catch (error) {
    await storing.catch(() => {});
    throw error;
  }
}

/** Calls `flush` for the first piece at once, then at most every `FLUSH_MS` or `FLUSH_CHARS`. */
async function readEvents(
  events: AsyncIterable<EngineEvent>,
  recorder: ModelCallRecorder,
  {
    now,
    setTimer,
    maxResponseChars,
    signal,
    flush,
  }: Omit<RecordOptions, 'store'> & { readonly flush: () => Promise<void> },
): Promise<ModelCallEnd | 'too long'> {
  const limit = createResponseLimit(maxResponseChars);
  let lastFlush = Number.NEGATIVE_INFINITY;
  const waitMs = () => {
    const elapsed = now() - lastFlush;
    // Negative after the clock was set back.
    return elapsed < 0 ? 0 : Math.max(0, FLUSH_MS - elapsed);
  };
  const dueIn = () => (recorder.pendingChars === 0 ? undefined : waitMs());
  for await (const event of pacedEvents(events, dueIn, signal, setTimer)) {
    if (event !== 'due') {
      if (event.type === 'finish') return { reason: event.reason, usage: wholeUsage(event.usage) };
      const kept = limit.take(event);
      if (kept) recorder.record(kept);
      if (limit.isExceeded) return 'too long';
      if (waitMs() > 0 && recorder.pendingChars < FLUSH_CHARS) continue;
    }
    await flush();
    lastFlush = now();
  }
  throw new EngineError('server_error', 'The engine ended its response without a finish event.');
}

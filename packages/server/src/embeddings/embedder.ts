import { EngineError } from '../engines/engine-error.ts';
import { createLinkedAbort } from '../shared/linked-abort.ts';
import { quoteForLog, type RepeatingLog } from '../shared/log.ts';
import { retryDelayMs } from '../shared/retry-delay.ts';
import { type SetTimer, wait } from '../shared/timers.ts';
import { untilAborted } from '../shared/until-aborted.ts';
import { DEFAULT_BATCH_SIZE, type EmbeddingPurpose, type Embeddings } from './embeddings.ts';
import { readVectors } from './read-vectors.ts';

/** The calls of a server to its `embeddings`. */
export interface Embedder {
  /** What the vectors are stored with: the name of the model, and the dimensions if they are given. */
  readonly model: string;
  /** Nothing is embedded now, because it failed a short time ago. */
  isPaused(): boolean;
  /**
   * The vectors of passages, with repeated calls; undefined when they cannot be embedded now, which is logged. Rejects with the reason of
   * the signal.
   */
  embedPassages(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[] | undefined>;
  /** As `embedPassages`, with one call of at most five seconds: someone waits. */
  embedQueries(
    texts: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<readonly Float32Array[] | undefined>;
}

export interface EmbedderContext {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  /** From 0 inclusive to 1 exclusive. */
  readonly random: () => number;
  readonly log: RepeatingLog;
  /** Called with errors that are no `EngineError`, and where they occurred. */
  readonly onError: (error: unknown, where: string) => void;
}

interface CallLimits {
  readonly retries: number;
  readonly timeoutMs: number;
}

/** With the delays between them, passages wait for about 15 seconds. */
const PASSAGES: CallLimits = { retries: 4, timeoutMs: 60_000 };
const QUERIES: CallLimits = { retries: 0, timeoutMs: 5000 };
/**
 * How long nothing is embedded after a failure, so that files and searches do not wait for an endpoint that is away. Doubles with each failure after
 * another.
 */
const FIRST_PAUSE_MS = 30_000;
const MAX_PAUSE_MS = 300_000;
const REPEAT_LOG_MS = 3_600_000;

export function createEmbedder(
  { model, embed, batchSize = DEFAULT_BATCH_SIZE, dimensions }: Embeddings,
  { now, setTimer, random, log, onError }: EmbedderContext,
): Embedder {
  let pausedUntil = 0;
  let pauseMs = 0;
  const isPaused = (): boolean => now() < pausedUntil;

  function pause(): void {
    // Others failed meanwhile, for the same reason.
    if (isPaused()) return;
    pauseMs = Math.min(pauseMs === 0 ? FIRST_PAUSE_MS : pauseMs * 2, MAX_PAUSE_MS);
    pausedUntil = now() + pauseMs;
  }

  async function callOnce(
    texts: readonly string[],
    purpose: EmbeddingPurpose,
    { timeoutMs }: CallLimits,
    signal: AbortSignal,
  ): Promise<Float32Array[]> {
    const abort = createLinkedAbort(signal);
    const cancel = setTimer(() => abort.abort(lateError(timeoutMs)), timeoutMs, { background: true });
    try {
      // Also the vectors of a function that ignores the signal, or throws at once.
      const vectors = await untilAborted((async () => embed(texts, abort.signal, purpose))(), abort.signal);
      return readVectors(vectors, texts.length, dimensions);
    } finally {
      cancel();
      abort.unlink();
    }
  }

  async function callWithRetries(
    texts: readonly string[],
    purpose: EmbeddingPurpose,
    limits: CallLimits,
    signal: AbortSignal,
  ): Promise<Float32Array[]> {
    for (let retries = 0; ; retries += 1) {
      try {
        return await callOnce(texts, purpose, limits, signal);
      } catch (error) {
        signal.throwIfAborted();
        // An own function may throw anything, when its endpoint is away.
        const retry = error instanceof EngineError ? error.retry : {};
        const delayMs = retry && retries < limits.retries ? retryDelayMs(retry, retries, random) : undefined;
        if (delayMs === undefined) throw error;
        await wait(delayMs, signal, setTimer);
      }
    }
  }

  async function embedAll(
    texts: readonly string[],
    purpose: EmbeddingPurpose,
    limits: CallLimits,
    signal: AbortSignal,
  ): Promise<readonly Float32Array[] | undefined> {
    const vectors: Float32Array[] = [];
    for (let at = 0; at < texts.length; at += batchSize) {
      if (isPaused()) return undefined;
      try {
        vectors.push(...(await callWithRetries(texts.slice(at, at + batchSize), purpose, limits, signal)));
      } catch (error) {
        signal.throwIfAborted();
        report(error);
        return undefined;
      }
    }
    pauseMs = 0;
    const unequal = vectors.find(({ length }) => length !== vectors[0]?.length);
    if (!unequal) return vectors;
    report(unequalError(vectors[0]?.length ?? 0, unequal.length));
    return undefined;
  }

  function report(error: unknown): void {
    // A text that is refused says nothing about others.
    if (!(error instanceof EngineError) || error.code !== 'invalid_prompt') pause();
    const isKnown = error instanceof EngineError;
    if (!isKnown) onError(error, 'embedding texts');
    const reason = isKnown ? (error.forOperator ?? error.message) : 'Its function threw an error.';
    const message = `Texts cannot be embedded with the model ${quoteForLog(model)}, and are found by keywords only. ${reason}`;
    log.write({ level: 'error', event: 'embeddings_failed', model, message }, REPEAT_LOG_MS);
  }

  return {
    isPaused,
    model: dimensions === undefined ? model : `${model} (${dimensions})`,
    embedPassages: (texts, signal) => embedAll(texts, 'passage', PASSAGES, signal),
    embedQueries: (texts, signal = new AbortController().signal) => embedAll(texts, 'query', QUERIES, signal),
  };
}

function lateError(timeoutMs: number): EngineError {
  return new EngineError('server_error', 'The embeddings took too long.', {
    failure: 'provider',
    retry: {},
    forOperator: `There was no response within ${timeoutMs / 1000} s. Check the endpoint, or set a smaller batchSize of embeddings.`,
  });
}

function unequalError(one: number, other: number): EngineError {
  return new EngineError('server_error', 'The embeddings are unusable.', {
    failure: 'setup',
    forOperator: `It returned a vector of ${one} numbers for one text, and of ${other} for another. Set dimensions of embeddings.`,
  });
}

import type { RunObject } from '@threadkit/core/api';
import type { Engine, EngineInput } from '../engines/engine.ts';
import type { ObservedRun } from '../shared/instrumentation.ts';
import { createLinkedAbort } from '../shared/linked-abort.ts';
import type { ModelCallRecorder } from './accumulators/model-call-recorder.ts';
import { modelWarned, responseCutOff } from './describe-conditions.ts';
import type { ModelCallEnd } from './end-of-model-call.ts';
import { observeModelCall } from './observe-model-call.ts';
import { recordEngine } from './record-engine.ts';
import { retryModelCall } from './retry-model-call.ts';
import type { RunContext } from './run-context.ts';
import { reportRetry } from './run-failure.ts';

/** Created once: an abort without a reason creates an error with a stack for every model call. */
const MODEL_CALL_ENDED = new Error('The model call has ended.');

export interface ModelCallOptions {
  readonly run: RunObject;
  readonly engine: Engine;
  readonly input: EngineInput;
  /** Receives the events. */
  readonly recorder: ModelCallRecorder;
  /** Stores what was recorded. Never called while it is running. */
  readonly store: () => Promise<void>;
  readonly signal: AbortSignal;
  /** Undefined when nothing observes the run. */
  readonly observed: ObservedRun | undefined;
}

/**
 * Makes a model call: one request to the engine, and further ones while the provider refuses.
 *
 * @throws What the engine or `store` throws, or the reason of the signal.
 */
export function makeModelCall(context: RunContext, options: ModelCallOptions): Promise<ModelCallEnd> {
  const { run, recorder, signal } = options;
  return retryModelCall((retries) => request(context, options, retries), {
    ...context,
    signal,
    deadline: (run.expires_at ?? Number.POSITIVE_INFINITY) * 1000,
    isUnanswered: () => recorder.isEmpty,
    onRetry: (error) => reportRetry(error, run.model, context),
  });
}

/** One request of a model call. */
async function request(
  context: RunContext,
  { run, engine, input, recorder, store, signal, observed }: ModelCallOptions,
  retries: number,
): Promise<ModelCallEnd> {
  // Always aborted at the end: the engine may still have an open request to a provider.
  const ended = createLinkedAbort(signal);
  const call = async (onFirstEvent: () => void): Promise<ModelCallEnd> => {
    const events = engine.generate(input, ended.signal);
    const end = await recordEngine(events, recorder, {
      ...context,
      signal,
      store: () => {
        // The first event is stored at once.
        onFirstEvent();
        return store();
      },
      onWarning: (message) => context.log.write(modelWarned(run.model, engine.name, message)),
    });
    if (end !== 'too long') return end;
    // Ends like a response that reached its token limit.
    context.log.write(responseCutOff(run, context.maxResponseChars));
    return { reason: 'length', usage: null };
  };
  const start = { engine: engine.name, model: run.model, retries };
  try {
    return await observeModelCall(observed, context.now, start, call);
  } finally {
    ended.unlink();
    ended.abort(MODEL_CALL_ENDED);
  }
}

import { EngineError } from '../engines/engine-error.ts';
import type { ModelCallOutcome, ModelCallStart, ObservedRun } from '../shared/instrumentation.ts';
import type { ModelCallEnd } from './end-of-model-call.ts';
import { EngineInterfaceError } from './engine-interface-error.ts';
import type { RunContext } from './run-context.ts';
import { RunStoppedError } from './run-stopped-error.ts';

/**
 * Makes one request of a model call, and reports it to the instrumentation. `call` receives a function to be called with the first event of
 * the engine; further calls have no effect.
 */
export async function observeModelCall(
  run: ObservedRun | undefined,
  now: RunContext['now'],
  start: ModelCallStart,
  call: (onFirstEvent: () => void) => Promise<ModelCallEnd>,
): Promise<ModelCallEnd> {
  if (!run) return call(() => {});
  const observation = run.startModelCall(start);
  const startedAt = now();
  let timeToFirstEventMs: number | null = null;
  try {
    const end = await observation.within(() =>
      call(() => {
        timeToFirstEventMs ??= Math.max(0, now() - startedAt);
      }),
    );
    observation.end({ outcome: 'finished', reason: end.reason, usage: end.usage, timeToFirstEventMs });
    return end;
  } catch (error) {
    observation.end({ ...describeError(error), usage: null, timeToFirstEventMs });
    throw error;
  }
}

function describeError(error: unknown): Pick<ModelCallOutcome, 'outcome' | 'reason'> {
  if (error instanceof RunStoppedError) return { outcome: 'stopped', reason: error.reason };
  if (error instanceof EngineError) return { outcome: 'failed', reason: error.code };
  return { outcome: 'failed', reason: error instanceof EngineInterfaceError ? 'server_error' : 'unknown' };
}

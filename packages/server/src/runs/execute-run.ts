import { SimulatedCrashError } from '../engines/engine-error.ts';
import type { Lease } from '../storage/storage.ts';
import { observeRun } from './observe-run.ts';
import type { RunContext } from './run-context.ts';
import { RunExecution } from './run-execution.ts';
import type { ExecutionEnd } from './run-log.ts';
import { RunStoppedError } from './run-stopped-error.ts';

/**
 * Executes one model call of a run and stores its outcome: an ended run, or one that waits for tool outputs. Events are
 * stored before they are visible, and every write checks the lease, so that a run claimed by another worker is not changed.
 * Rejects only when the storage does; another worker then continues the run.
 */
export async function executeRun(
  context: RunContext,
  lease: Lease,
  signal: AbortSignal,
): Promise<ExecutionEnd> {
  const observation = observeRun(context, lease);
  const { instrumented } = observation;
  const execution = new RunExecution(context, lease, signal, instrumented);
  const work = () => executeOrStop(context, lease, execution);
  let end: ExecutionEnd = 'abandoned';
  try {
    end = await (instrumented ? instrumented.within(work) : work());
    return end;
  } finally {
    observation.end(end, execution.run);
  }
}

async function executeOrStop(
  { storage }: RunContext,
  lease: Lease,
  execution: RunExecution,
): Promise<ExecutionEnd> {
  try {
    await execution.execute();
    return 'stored';
  } catch (error) {
    const isStopped = error instanceof RunStoppedError;
    if (error instanceof SimulatedCrashError || (isStopped && error.reason === 'closing')) {
      await storage.release(lease, { crashed: error instanceof SimulatedCrashError });
      return 'released';
    }
    if (!isStopped) throw error;
    const isStored = error.reason === 'cancelling' && (await execution.finishCancel());
    return isStored ? 'stored' : 'fenced';
  }
}

import type { RunObject } from '@threadkit/core/api';
import type { ObservedRun } from '../shared/instrumentation.ts';
import type { LoggedExecution } from '../shared/log.ts';
import type { Lease } from '../storage/storage.ts';
import type { RunContext } from './run-context.ts';
import { describeClaim, describeEnd, describeEndedRun, type ExecutionEnd, reasonOf } from './run-log.ts';

/** Reports one execution of a run to the operator. */
export interface RunObservation {
  /** The same execution in the instrumentation; undefined without one. */
  readonly instrumented: ObservedRun | undefined;
  /** @param run - as it was last stored */
  end(end: ExecutionEnd, run: RunObject): void;
}

type ObserveContext = Pick<RunContext, 'log' | 'now' | 'instrumentation'>;

/** Reports that a worker has claimed a run, and what becomes of it. */
export function observeRun({ log, now, instrumentation }: ObserveContext, lease: Lease): RunObservation {
  const startedAt = now();
  const execution = loggedExecution(lease);
  const isRecovered = lease.run.status === 'in_progress';
  log.write({ level: 'info', ...describeClaim(execution, isRecovered), ...execution });
  const instrumented = instrumentation?.startRun({ ...execution, isRecovered });
  return {
    instrumented,
    end(end, run) {
      // The clock may have been set back.
      const durationMs = Math.max(0, Math.round(now() - startedAt));
      log.write({ level: 'info', ...describeEnd(end, run, durationMs), ...execution });
      if (end !== 'stored') instrumented?.end({ outcome: end, reason: null, durationMs });
      else instrumented?.end({ outcome: run.status, reason: reasonOf(run), durationMs });
    },
  };
}

/** Reports that a run has expired, which needs no execution. */
export function reportExpiry({ log, instrumentation }: ObserveContext, lease: Lease, run: RunObject): void {
  const execution = loggedExecution(lease);
  log.write({ level: 'info', ...describeEndedRun(run, 0), ...execution });
  const expiry = instrumentation?.startRun({ ...execution, isRecovered: false });
  expiry?.end({ outcome: run.status, reason: null, durationMs: 0 });
}

/** The ids and counts of a lease that every entry about its run has. */
function loggedExecution({ run, workerId, attempt, recoveries }: Lease): LoggedExecution {
  return { runId: run.id, threadId: run.thread_id, model: run.model, workerId, attempt, recoveries };
}

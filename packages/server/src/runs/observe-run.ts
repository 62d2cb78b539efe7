import { isTerminal, type RunObject } from '@threadkit/core/api';
import type { LoggedExecution, LoggedOccurrence } from '../shared/log.ts';
import type { Lease } from '../storage/storage.ts';
import type { RunContext } from './run-context.ts';

/**
 * How an execution ended. `stored`: with an ended run, or one that waits for tool outputs · `released`: the run can be claimed
 * again · `fenced`: another worker has claimed it, or it was deleted · `abandoned`: the storage failed.
 */
export type ExecutionEnd = 'stored' | 'released' | 'fenced' | 'abandoned';

/** Reports one execution of a run to the operator. */
export interface RunObservation {
  /** @param run - as it was last stored */
  end(end: ExecutionEnd, run: RunObject): void;
}

/** Logs that a worker has claimed a run, and what becomes of it. */
export function observeRun({ log, now }: Pick<RunContext, 'log' | 'now'>, lease: Lease): RunObservation {
  const startedAt = now();
  const execution = loggedExecution(lease);
  const { runId, workerId, attempt, recoveries } = execution;
  const isRecovered = lease.run.status === 'in_progress';
  log.write({
    level: 'info',
    event: isRecovered ? 'run_recovered' : 'run_claimed',
    message: isRecovered
      ? `Run ${runId} is continued by ${workerId}, because an earlier worker stopped (attempt ${attempt}, recovery ${recoveries}).`
      : `Run ${runId} was claimed by ${workerId} (attempt ${attempt}).`,
    ...execution,
  });
  return {
    end(end, run) {
      // The clock may have been set back.
      const durationMs = Math.max(0, Math.round(now() - startedAt));
      log.write({ level: 'info', ...describeEnd(end, run, durationMs), ...execution });
    },
  };
}

/** The ids and counts of a lease that every log entry about its run has. */
function loggedExecution({ run, workerId, attempt, recoveries }: Lease): LoggedExecution {
  return { runId: run.id, threadId: run.thread_id, model: run.model, workerId, attempt, recoveries };
}

type WithoutExecution<T> = T extends LoggedExecution ? Omit<T, keyof LoggedExecution> : never;
type LoggedEnd = WithoutExecution<Extract<LoggedOccurrence, { durationMs: number }>>;

function describeEnd(
  end: ExecutionEnd,
  run: RunObject,
  durationMs: number,
): LoggedEnd & { readonly message: string } {
  const after = `after ${durationMs} ms`;
  switch (end) {
    case 'released':
      return {
        event: 'run_released',
        durationMs,
        message: `Run ${run.id} was released ${after}. The next worker continues it.`,
      };
    case 'fenced':
      return {
        event: 'run_fenced',
        durationMs,
        message: `Run ${run.id} was given up ${after}, because another worker has claimed it or its thread was deleted.`,
      };
    case 'abandoned':
      return {
        event: 'run_abandoned',
        durationMs,
        message: `Run ${run.id} was given up ${after}, because the storage failed. It continues when its lease has expired.`,
      };
    case 'stored':
      return isTerminal(run)
        ? describeEndedRun(run, durationMs)
        : {
            event: 'run_requires_action',
            durationMs,
            toolCalls: run.required_action?.submit_tool_outputs.tool_calls.length ?? 0,
            message: `Run ${run.id} waits for tool outputs ${after}.`,
          };
  }
}

function describeEndedRun(run: RunObject, durationMs: number) {
  const reason = run.last_error?.code ?? run.incomplete_details?.reason ?? null;
  return {
    event: 'run_ended',
    status: run.status,
    reason,
    durationMs,
    usage: run.usage,
    message: `Run ${run.id} is ${run.status}${reason === null ? '' : ` (${reason})`} after ${durationMs} ms.`,
  } as const;
}

/** Logs that a run has expired, which needs no execution. */
export function logExpiry({ log }: Pick<RunContext, 'log'>, lease: Lease, run: RunObject): void {
  log.write({ level: 'info', ...describeEndedRun(run, 0), ...loggedExecution(lease) });
}

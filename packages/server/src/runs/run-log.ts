import { isTerminal, type RunObject } from '@threadkit/core/api';
import type { LoggedExecution, LoggedOccurrence } from '../shared/log.ts';

/**
 * How an execution ended. `stored`: with an ended run, or one that waits for tool outputs · `released`: the run can be claimed
 * again · `fenced`: another worker has claimed it, or it was deleted · `abandoned`: the storage failed.
 */
export type ExecutionEnd = 'stored' | 'released' | 'fenced' | 'abandoned';

/** The part of a log entry that the execution does not have. */
type OwnFields<T> = T extends LoggedExecution
  ? Omit<T, keyof LoggedExecution> & { readonly message: string }
  : never;
type Claim = OwnFields<Extract<LoggedOccurrence, { event: 'run_claimed' | 'run_recovered' }>>;
type End = OwnFields<Extract<LoggedOccurrence, { durationMs: number }>>;

export function describeClaim(
  { runId, workerId, attempt, recoveries }: LoggedExecution,
  isRecovered: boolean,
): Claim {
  if (!isRecovered) {
    return { event: 'run_claimed', message: `Run ${runId} was claimed by ${workerId} (attempt ${attempt}).` };
  }
  return {
    event: 'run_recovered',
    message: `Run ${runId} is continued by ${workerId}, because an earlier worker stopped (attempt ${attempt}, recovery ${recoveries}).`,
  };
}

/** @param run - as it was last stored */
export function describeEnd(end: ExecutionEnd, run: RunObject, durationMs: number): End {
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
      if (isTerminal(run)) return describeEndedRun(run, durationMs);
      return {
        event: 'run_requires_action',
        durationMs,
        toolCalls: run.required_action?.submit_tool_outputs.tool_calls.length ?? 0,
        message: `Run ${run.id} waits for tool outputs ${after}.`,
      };
  }
}

export function describeEndedRun(run: RunObject, durationMs: number): End {
  const reason = reasonOf(run);
  return {
    event: 'run_ended',
    status: run.status,
    reason,
    durationMs,
    usage: run.usage,
    message: `Run ${run.id} is ${run.status}${reason === null ? '' : ` (${reason})`} after ${durationMs} ms.`,
  };
}

/** Why a run failed or is incomplete, as a code; its message may contain text. */
export function reasonOf({ last_error: error, incomplete_details: details }: RunObject): string | null {
  return error?.code ?? details?.reason ?? null;
}

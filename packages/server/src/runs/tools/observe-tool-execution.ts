import type { ObservedRun, ToolExecutionStart } from '../../shared/instrumentation.ts';
import { RunStoppedError } from '../run-stopped-error.ts';
import type { ServerToolResult } from './execute-server-tool.ts';

/**
 * Executes a tool, and reports it to the instrumentation. The observation ends as soon as the signal aborts: nobody waits for the tool any
 * more, and it may never end.
 */
export async function observeToolExecution<R extends Pick<ServerToolResult, 'outcome' | 'reason'>>(
  run: ObservedRun | undefined,
  start: ToolExecutionStart,
  signal: AbortSignal,
  execute: () => Promise<R>,
): Promise<R> {
  const observation = run?.startToolExecution?.(start);
  if (!observation) return execute();
  let hasEnded = false;
  const end: typeof observation.end = (outcome) => {
    if (hasEnded) return;
    hasEnded = true;
    observation.end(outcome);
  };
  const stop = () => end({ outcome: 'stopped', reason: reasonOf(signal.reason) });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const result = await observation.within(execute);
    end({ outcome: result.outcome, reason: result.reason });
    return result;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function reasonOf(reason: unknown): string {
  return reason instanceof RunStoppedError ? reason.reason : 'abandoned';
}

import {
  isTerminal,
  parseToolOutput,
  type RunObject,
  type RunStepObject,
  type StepToolCall,
} from '@threadkit/core';

/** Determines the color of a bar. The row's label expresses the same in text. */
export type RunTimelineKind = 'queued' | 'work' | 'waiting' | 'failed' | 'live';

/** One row of the timeline. Times are milliseconds since the run's creation. */
export interface RunTimelineRow {
  /** Unique in the timeline. */
  readonly key: string;
  /** Determines the color of the bar. */
  readonly kind: RunTimelineKind;
  /** Determines the label: time in the queue, a pending approval, a message, tool calls, or reasoning. */
  readonly label: 'queued' | 'waiting' | 'response' | 'calls' | 'reasoning';
  /** Milliseconds since the run's creation. */
  readonly startMs: number;
  /** Not before `startMs`; equal for a step shorter than the API's whole seconds. */
  readonly endMs: number;
  /** `undefined` for the time in the queue. */
  readonly step: RunStepObject | undefined;
}

/** Options of `buildRunTimelineRows`, and props of `RunTimeline`. */
export interface RunTimelineOptions {
  /**
   * Whether a call waited for an approval. The API does not report this; the page that executed the call knows it.
   * @defaultValue function calls without an output, while the run has the status `requires_action`
   */
  waitedForApproval?: ((call: StepToolCall) => boolean) | undefined;
}

/**
 * The rows of a timeline in chronological order. The API sets `started_at` again after each tool round, so the time in
 * the queue ends at `started_at` or at the start of the first step, whichever is earlier.
 *
 * @param nowMs The current time of the backend in Unix milliseconds: the end of active steps.
 */
export function buildRunTimelineRows(
  run: RunObject,
  steps: readonly RunStepObject[],
  nowMs: number,
  { waitedForApproval = isWaitingForApproval(run) }: RunTimelineOptions = {},
): readonly RunTimelineRow[] {
  const zeroMs = run.created_at * 1000;
  const sinceStart = (seconds: number): number => Math.max(0, seconds * 1000 - zeroMs);
  const isLive = !isTerminal(run);
  // A step that a crash left open ends with its run.
  const openEndMs = isLive ? Math.max(0, nowMs - zeroMs) : sinceStart(endOfRun(run, steps));

  const rows = steps.map((step): RunTimelineRow => {
    const startMs = sinceStart(step.created_at);
    const end = endOf(step);
    const calls = callsOf(step);
    const isWaiting = calls.some(waitedForApproval);
    return {
      key: step.id,
      kind: isWaiting ? 'waiting' : kindOf(step, isLive),
      label: isWaiting
        ? 'waiting'
        : calls.length > 0
          ? 'calls'
          : isReasoning(step)
            ? 'reasoning'
            : 'response',
      startMs,
      endMs: Math.max(startMs, end === undefined ? openEndMs : sinceStart(end)),
      step,
    };
  });

  const firsts = [run.started_at, steps[0]?.created_at].filter((time) => typeof time === 'number');
  const queuedMs = firsts.length > 0 ? sinceStart(Math.min(...firsts)) : openEndMs;
  if (queuedMs === 0 && rows.length > 0) return rows;
  return [
    { key: 'queued', kind: 'queued', label: 'queued', startMs: 0, endMs: queuedMs, step: undefined },
    ...rows,
  ];
}

/** Without further knowledge, each function call without an output waits for the user if the run requires action. */
function isWaitingForApproval(run: RunObject): (call: StepToolCall) => boolean {
  return (call) =>
    run.status === 'requires_action' && call.type === 'function' && call.function.output === null;
}

/** The end of a run or step in Unix seconds, whatever its status; `undefined` if it has none. */
function endOf(ended: RunObject | RunStepObject): number | undefined {
  const end = ended.completed_at ?? ended.failed_at ?? ended.cancelled_at;
  if (end !== null) return end;
  return ended.object === 'thread.run.step' ? (ended.expired_at ?? undefined) : undefined;
}

/** The end of a run in Unix seconds. The API reports none for an expired run: it ended with its last step. */
function endOfRun(run: RunObject, steps: readonly RunStepObject[]): number {
  return endOf(run) ?? Math.max(run.created_at, ...steps.map((step) => endOf(step) ?? step.created_at));
}

function callsOf({ step_details: details }: RunStepObject): readonly StepToolCall[] {
  return details.type === 'tool_calls' ? details.tool_calls : [];
}

function isReasoning({ step_details: details }: RunStepObject): boolean {
  return details.type === 'reasoning';
}

function kindOf(step: RunStepObject, isLive: boolean): RunTimelineKind {
  if (step.status === 'in_progress') return isLive ? 'live' : 'work';
  return step.status === 'failed' || callsOf(step).some(hasFailed) ? 'failed' : 'work';
}

/** The error of a failed tool is sent to the model as an output, so its step is completed. */
function hasFailed(call: StepToolCall): boolean {
  return (
    call.type === 'function' && call.function.output !== null && !parseToolOutput(call.function.output).ok
  );
}

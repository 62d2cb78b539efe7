import {
  isTerminal,
  type RunObject,
  type RunStepObject,
  readOutput,
  type StepToolCall,
} from '@threadkit/core';

/** What a bar says by its ground; its row says the same in words. */
export type TimelineKind = 'queued' | 'work' | 'waiting' | 'failed' | 'live';

/** One row of the picture. Times are milliseconds from the run's creation. */
export interface RunTimelineRow {
  readonly key: string;
  readonly kind: TimelineKind;
  /** What the row's words are made from: the run's start, a question to a person, a written answer, or calls. */
  readonly label: 'queued' | 'waiting' | 'answer' | 'calls';
  readonly startMs: number;
  /** Never before `startMs`. The wire counts whole seconds, so a short step may have no length. */
  readonly endMs: number;
  /** Undefined for the time in the queue. */
  readonly step: RunStepObject | undefined;
}

export interface TimelineOptions {
  /**
   * Whether a person was asked about a call: the wire does not tell, the page that asked knows.
   * @defaultValue An open function call of a run that waits for outputs.
   */
  asked?: ((call: StepToolCall) => boolean) | undefined;
}

/**
 * Where a run's time went, in the order in which it went there. `started_at` is set anew after each tool round, so
 * the queue ends with whatever happened first.
 *
 * @param nowMs The backend's time in Unix milliseconds, for what has not ended.
 */
export function timelineOf(
  run: RunObject,
  steps: readonly RunStepObject[],
  nowMs: number,
  { asked = askedByDefault(run) }: TimelineOptions = {},
): readonly RunTimelineRow[] {
  const zeroMs = run.created_at * 1000;
  const sinceStart = (seconds: number): number => Math.max(0, seconds * 1000 - zeroMs);
  const isLive = !isTerminal(run.status);
  // What a crash left open ended with its run.
  const openEndMs = isLive ? Math.max(0, nowMs - zeroMs) : sinceStart(endOfRun(run, steps));

  const rows = steps.map((step): RunTimelineRow => {
    const startMs = sinceStart(step.created_at);
    const end = endOf(step);
    const calls = callsOf(step);
    const isWaiting = calls.some(asked);
    return {
      key: step.id,
      kind: isWaiting ? 'waiting' : kindOf(step, isLive),
      label: isWaiting ? 'waiting' : calls.length > 0 ? 'calls' : 'answer',
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

/** Who knows nothing more takes every open function call of a waiting run for a question. */
function askedByDefault(run: RunObject): (call: StepToolCall) => boolean {
  return (call) =>
    run.status === 'requires_action' && call.type === 'function' && call.function.output === null;
}

/** Unix seconds of an end, however it came about; undefined where nothing tells. */
function endOf(ended: RunObject | RunStepObject): number | undefined {
  const end = ended.completed_at ?? ended.failed_at ?? ended.cancelled_at;
  if (end !== null) return end;
  return ended.object === 'thread.run.step' ? (ended.expired_at ?? undefined) : undefined;
}

/** An expired run has no time of its own: it ended with the last of its steps. */
function endOfRun(run: RunObject, steps: readonly RunStepObject[]): number {
  return endOf(run) ?? Math.max(run.created_at, ...steps.map((step) => endOf(step) ?? step.created_at));
}

function callsOf({ step_details: details }: RunStepObject): readonly StepToolCall[] {
  return details.type === 'tool_calls' ? details.tool_calls : [];
}

function kindOf(step: RunStepObject, isLive: boolean): TimelineKind {
  if (step.status === 'in_progress') return isLive ? 'live' : 'work';
  return step.status === 'failed' || callsOf(step).some(hasFailed) ? 'failed' : 'work';
}

/** A tool that failed is told to the model as an output: its step completes. */
function hasFailed(call: StepToolCall): boolean {
  return call.type === 'function' && call.function.output !== null && !readOutput(call.function.output).ok;
}

import type { FunctionToolCall, RunCompletionUsage, RunObject, StreamEvent } from '../api/index.ts';
import { aMessage, aMessageStep, aRun, aToolStep, aWaitingRun } from './builders.ts';

/** Options of the functions that create the events of a run. */
export interface RunEventOptions {
  /** @defaultValue 'run_1' */
  runId?: string;
  /** Characters per delta. @defaultValue 4 */
  chunkChars?: number;
}

const USAGE: RunCompletionUsage = { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 };

/** The events of a run that responds with `text`, in the order of the service. */
export function responseEvents(text: string, options: RunEventOptions = {}): StreamEvent[] {
  const run = aRun({ id: options.runId ?? 'run_1' });
  return [...startedEvents(run), ...message(text, run, options), ...completedEvents(run)];
}

/** The events of a run that calls functions, up to `requires_action`. Continue with {@link afterOutputsEvents}. */
export function requiresActionEvents(
  calls: readonly FunctionToolCall[],
  options: RunEventOptions = {},
): StreamEvent[] {
  const run = aRun({ id: options.runId ?? 'run_1' });
  const step = aToolStep([], { id: `${run.id}_tools`, run_id: run.id });
  return [
    ...startedEvents(run),
    { event: 'thread.run.step.created', data: step },
    { event: 'thread.run.step.in_progress', data: step },
    ...calls.flatMap((call, index) => callDeltas(step.id, call, index)),
    { event: 'thread.run.requires_action', data: aWaitingRun(calls, { id: run.id }) },
  ];
}

/** The events after the submit: the completed step with the outputs, and the response. */
export function afterOutputsEvents(
  calls: readonly FunctionToolCall[],
  outputs: readonly string[],
  text: string,
  options: RunEventOptions = {},
): StreamEvent[] {
  const run = aRun({ id: options.runId ?? 'run_1' });
  const completed = calls.map((call, index) => ({
    ...call,
    function: { ...call.function, output: outputs[index] ?? '' },
  }));
  const step = aToolStep(completed, {
    id: `${run.id}_tools`,
    run_id: run.id,
    status: 'completed',
    completed_at: 1_700_000_002,
    usage: USAGE,
  });
  return [
    { event: 'thread.run.step.completed', data: step },
    { event: 'thread.run.queued', data: run },
    { event: 'thread.run.in_progress', data: { ...run, status: 'in_progress', started_at: 1_700_000_002 } },
    ...message(text, run, options),
    ...completedEvents(run),
  ];
}

function startedEvents(run: RunObject): StreamEvent[] {
  return [
    { event: 'thread.run.created', data: run },
    { event: 'thread.run.queued', data: run },
    { event: 'thread.run.in_progress', data: { ...run, status: 'in_progress', started_at: 1_700_000_001 } },
  ];
}

function completedEvents(run: RunObject): StreamEvent[] {
  const completed: RunObject = {
    ...run,
    status: 'completed',
    started_at: 1_700_000_001,
    expires_at: null,
    completed_at: 1_700_000_003,
    usage: USAGE,
  };
  return [{ event: 'thread.run.completed', data: completed }];
}

function message(text: string, run: RunObject, { chunkChars = 4 }: RunEventOptions): StreamEvent[] {
  const id = `${run.id}_message`;
  const details = { type: 'message_creation' as const, message_creation: { message_id: id } };
  const done = aMessageStep({ id: `${run.id}_step`, run_id: run.id, step_details: details });
  const open = { ...done, status: 'in_progress' as const, completed_at: null, usage: null };
  const whole = aMessage(text, { id, run_id: run.id, thread_id: run.thread_id });
  const empty = { ...whole, status: 'in_progress' as const, completed_at: null, content: [] };
  return [
    { event: 'thread.run.step.created', data: open },
    { event: 'thread.run.step.in_progress', data: open },
    { event: 'thread.message.created', data: empty },
    { event: 'thread.message.in_progress', data: empty },
    ...chunks(text, chunkChars).map(
      (value): StreamEvent => ({
        event: 'thread.message.delta',
        data: {
          id,
          object: 'thread.message.delta',
          delta: { content: [{ index: 0, type: 'text', text: { value } }] },
        },
      }),
    ),
    { event: 'thread.message.completed', data: whole },
    { event: 'thread.run.step.completed', data: done },
  ];
}

function callDeltas(stepId: string, call: FunctionToolCall, index: number): StreamEvent[] {
  const delta = (id: string | undefined, fields: { name?: string; arguments: string }): StreamEvent => ({
    event: 'thread.run.step.delta',
    data: {
      id: stepId,
      object: 'thread.run.step.delta',
      delta: {
        step_details: {
          type: 'tool_calls',
          tool_calls: [{ index, ...(id === undefined ? {} : { id }), type: 'function', function: fields }],
        },
      },
    },
  });
  const { name, arguments: text } = call.function;
  return [
    delta(call.id, { name, arguments: '' }),
    ...chunks(text, 4).map((part) => delta(undefined, { arguments: part })),
  ];
}

function chunks(text: string, size: number): string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
}

import type { MessageObject, RunStepObject, StreamEvent } from '@threadkit/core';
import { aMessage, aMessageStep, aRun } from '@threadkit/core/testing';

/** The size of a generated run. */
export interface RunSize {
  /** Deltas of the response, each of 4 characters. */
  readonly messageDeltas: number;
  /** Deltas of the code of the tool step before the response, each of 4 characters. */
  readonly toolDeltas: number;
}

const DELTA_CHARS = 4;
const PROSE =
  '## Runs\n\nA run asks an assistant about a thread: it *reads* the messages, calls `tools`, and writes an answer.\n\n- queued\n- in progress\n- completed, see [the guide](https://example.com/runs)\n\n';
const CODE = 'total = sum(row["price"] * row["count"] for row in rows)\nprint(f"total: {total:.2f}")\n';

/** Returns the first `length` characters of an endless text. */
function endless(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/**
 * Generates the events of a run in the order of the hosted service: a tool step with streaming code, then a message step.
 * Deterministic per size. `onWritten` is called after the last delta of the response, before the completed message.
 */
export function* runEvents(size: RunSize, onWritten: () => void = () => {}): Generator<StreamEvent> {
  const run = aRun();
  yield { event: 'thread.run.created', data: run };
  yield { event: 'thread.run.queued', data: run };
  const inProgress = { ...run, status: 'in_progress' as const, started_at: 1_700_000_001 };
  yield { event: 'thread.run.in_progress', data: inProgress };
  yield* toolStep(size.toolDeltas);
  yield* messageStep(size.messageDeltas, onWritten);
  yield { event: 'thread.run.completed', data: { ...inProgress, status: 'completed' } };
}

function* toolStep(deltas: number): Generator<StreamEvent> {
  const code = endless(CODE, deltas * DELTA_CHARS);
  const done: RunStepObject = aMessageStep({
    id: 'step_tool',
    type: 'tool_calls',
    step_details: {
      type: 'tool_calls',
      tool_calls: [
        { id: 'call_1', type: 'code_interpreter', code_interpreter: { input: code, outputs: [] } },
      ],
    },
  });
  const open: RunStepObject = {
    ...done,
    status: 'in_progress',
    step_details: { type: 'tool_calls', tool_calls: [] },
  };
  yield { event: 'thread.run.step.created', data: open };
  yield { event: 'thread.run.step.in_progress', data: open };
  for (let at = 0; at < code.length; at += DELTA_CHARS) {
    const call = {
      index: 0,
      type: 'code_interpreter' as const,
      ...(at === 0 ? { id: 'call_1' } : {}),
      code_interpreter: { input: code.slice(at, at + DELTA_CHARS), ...(at === 0 ? { outputs: [] } : {}) },
    };
    yield {
      event: 'thread.run.step.delta',
      data: {
        id: done.id,
        object: 'thread.run.step.delta',
        delta: { step_details: { type: 'tool_calls', tool_calls: [call] } },
      },
    };
  }
  yield { event: 'thread.run.step.completed', data: done };
}

function* messageStep(deltas: number, onWritten: () => void): Generator<StreamEvent> {
  const done = aMessage('');
  const empty: MessageObject = { ...done, status: 'in_progress', completed_at: null, content: [] };
  const step = aMessageStep();
  const open: RunStepObject = { ...step, status: 'in_progress', completed_at: null, usage: null };
  yield { event: 'thread.run.step.created', data: open };
  yield { event: 'thread.run.step.in_progress', data: open };
  yield { event: 'thread.message.created', data: empty };
  yield { event: 'thread.message.in_progress', data: empty };
  for (let delta = 0; delta < deltas; delta += 1) {
    yield {
      event: 'thread.message.delta',
      data: {
        id: done.id,
        object: 'thread.message.delta',
        delta: { content: [{ index: 0, type: 'text', text: { value: pieceAt(delta) } }] },
      },
    };
  }
  onWritten();
  // Created only now, so that before this line only the reader's text is on the heap.
  const whole = aMessage(endless(PROSE, deltas * DELTA_CHARS));
  yield { event: 'thread.message.completed', data: whole };
  yield { event: 'thread.run.step.completed', data: step };
}

/** The 4 characters of the endless text for a delta. */
function pieceAt(delta: number): string {
  const at = (delta * DELTA_CHARS) % PROSE.length;
  return (PROSE + PROSE).slice(at, at + DELTA_CHARS);
}

/** The frames of the stream, then `done`. Numbered from 1 as by Threadkit's server; the official SDK ignores the numbers. */
export function* toFrames(events: Iterable<StreamEvent>): Generator<string> {
  let seq = 0;
  for (const { event, data } of events) {
    seq += 1;
    yield `id: ${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
  }
  yield 'event: done\ndata: [DONE]\n\n';
}

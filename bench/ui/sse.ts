import type { MessageObject, RunObject, RunStepObject, StreamEvent } from '@threadkit/core';
import { aMessage, aMessageStep, aRun } from '@threadkit/core/testing';

/** Identifies a generated run. */
export interface RunIds {
  readonly threadId: string;
  /** Suffix of the ids. */
  readonly number: number;
  /** Start time in Unix seconds. */
  readonly at: number;
}

/** Serializes one event as in the Assistants API. */
export function toFrame({ event, data }: StreamEvent): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Frames from the creation of the run to the creation of its message. */
export function openingFrames(ids: RunIds): string {
  const { message, run, step } = storedObjects(ids, '');
  const open = { status: 'in_progress', completed_at: null } as const;
  const openStep: RunStepObject = { ...step, ...open, usage: null };
  const empty: MessageObject = { ...message, ...open, content: [] };
  const events: StreamEvent[] = [
    { event: 'thread.run.created', data: { ...run, status: 'queued', started_at: null } },
    { event: 'thread.run.queued', data: { ...run, status: 'queued', started_at: null } },
    { event: 'thread.run.in_progress', data: { ...run, status: 'in_progress' } },
    { event: 'thread.run.step.created', data: openStep },
    { event: 'thread.run.step.in_progress', data: openStep },
    { event: 'thread.message.created', data: empty },
    { event: 'thread.message.in_progress', data: empty },
  ];
  return events.map(toFrame).join('');
}

/** Frame of one text delta. */
export function deltaFrame({ threadId, number }: Pick<RunIds, 'threadId' | 'number'>, value: string): string {
  return toFrame({
    event: 'thread.message.delta',
    data: {
      id: `msg_${threadId}_${number}`,
      object: 'thread.message.delta',
      delta: { content: [{ index: 0, type: 'text', text: { value } }] },
    },
  });
}

/** Frames from the completed message to `done`. */
export function closingFrames(ids: RunIds, text: string): string {
  const { message, run, step } = storedObjects(ids, text);
  const events: StreamEvent[] = [
    { event: 'thread.message.completed', data: message },
    { event: 'thread.run.step.completed', data: step },
    { event: 'thread.run.completed', data: run },
  ];
  return `${events.map(toFrame).join('')}event: done\ndata: [DONE]\n\n`;
}

/** The stored objects of a completed run. */
export function storedObjects(
  { threadId, number, at }: RunIds,
  text: string,
): { message: MessageObject; run: RunObject; step: RunStepObject } {
  const ids = { thread_id: threadId, run_id: `run_${threadId}_${number}`, assistant_id: 'asst_bench' };
  const message = aMessage(text, {
    ...ids,
    id: `msg_${threadId}_${number}`,
    created_at: at + 1,
    completed_at: at + 2,
  });
  const run = aRun({
    thread_id: threadId,
    assistant_id: ids.assistant_id,
    id: ids.run_id,
    created_at: at,
    status: 'completed',
    started_at: at + 1,
    completed_at: at + 3,
    expires_at: null,
    usage: { prompt_tokens: 10, completion_tokens: 20, total_tokens: 30 },
  });
  const step = aMessageStep({
    ...ids,
    id: `step_${threadId}_${number}`,
    created_at: at + 1,
    completed_at: at + 2,
    step_details: { type: 'message_creation', message_creation: { message_id: message.id } },
  });
  return { message, run, step };
}

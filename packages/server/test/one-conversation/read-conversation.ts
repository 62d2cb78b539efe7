import type { RunObject, StepToolCall } from '@threadkit/core/api';
import { expect } from 'vitest';
import type { Caller, SeenEvent } from '../../src/testing/caller.ts';

/** The steps of a run: the type, or the executor, name, arguments and output of each call. */
export async function readSteps(caller: Caller, run: RunObject) {
  const path = `/threads/${run.thread_id}/runs/${run.id}/steps?order=asc`;
  const { data } = await caller.ask('steps', 'GET', path);
  expect(data.every(({ status }) => status === 'completed')).toBe(true);
  return data.map(({ step_details: details }) =>
    details.type === 'tool_calls' ? details.tool_calls.map(describeCall) : details.type,
  );
}

const describeCall = (call: StepToolCall) =>
  call.type === 'function'
    ? [call.executed_by ?? 'page', call.function.name, call.function.arguments, call.function.output]
    : call.type;

/** Role and text of each message of a thread. */
export async function readMessages(caller: Caller, threadId: string) {
  const { data } = await caller.ask('messages', 'GET', `/threads/${threadId}/messages?order=asc`);
  return data.map(({ role, content }) => [
    role,
    content.map((part) => (part.type === 'text' ? part.text.value : part.type)).join(),
  ]);
}

/** The texts and arguments that the deltas of a run join to, in the order of their objects. */
export function joinDeltas(events: readonly SeenEvent[]): string[] {
  const joined = new Map<string, string>();
  const append = (key: string, text: string) => joined.set(key, (joined.get(key) ?? '') + text);
  for (const { event, data } of events) {
    if (event === 'thread.message.delta') {
      for (const part of data.delta.content ?? []) {
        if (part.type === 'text') append(`${data.id} ${part.index}`, part.text?.value ?? '');
      }
    } else if (event === 'thread.run.step.delta') {
      const details = data.delta.step_details;
      for (const call of details?.type === 'tool_calls' ? (details.tool_calls ?? []) : []) {
        if (call.type === 'function') append(`${data.id} ${call.index}`, call.function?.arguments ?? '');
      }
    }
  }
  return [...joined.values()];
}

import { EMPTY_RUN_STATE, type FunctionToolCall, reduceEvent, type StreamEvent } from '@threadkit/core';
import { requiresActionEvents, responseEvents } from '@threadkit/core/testing';
import type { RecordedEvent } from '@threadkit/react';
import { expect, test } from 'vitest';
import { eventTime, groupEvents } from './group-events.ts';
import { summarizeEvent } from './summarize-event.ts';

const call: FunctionToolCall = {
  id: 'call_1',
  type: 'function',
  function: { name: 'roll_dice', arguments: '{"sides":20}', output: null },
};
const round = requiresActionEvents([call]);

function recordEvents(events: readonly StreamEvent[]): readonly RecordedEvent[] {
  let state = EMPTY_RUN_STATE;
  return events.map((event) => {
    state = reduceEvent(state, event);
    return { event, state };
  });
}

test('groupEvents merges the deltas of one message into one row with their text', () => {
  const rows = groupEvents(recordEvents(responseEvents('Threads hold messages.')));
  expect(rows.map(({ name, from, to, summary }) => `${name} ×${to - from + 1} ${summary}`)).toEqual([
    'thread.run.created ×1 scripted',
    'thread.run.queued ×1 ',
    'thread.run.in_progress ×1 ',
    'thread.run.step.created ×1 message_creation',
    'thread.run.step.in_progress ×1 message_creation',
    'thread.message.created ×1 ',
    'thread.message.in_progress ×1 ',
    'thread.message.delta ×6 Threads hold messages.',
    'thread.message.completed ×1 Threads hold messages.',
    'thread.run.step.completed ×1 message_creation',
    'thread.run.completed ×1 total_tokens 30',
  ]);
});

test('groupEvents takes times from the objects, relative to the run’s creation', () => {
  const rows = groupEvents(recordEvents(responseEvents('Hi')));
  const offset = (name: string) => rows.find((row) => row.name === name)?.offsetMs;
  expect(offset('thread.run.created')).toBe(0);
  expect(offset('thread.run.in_progress')).toBe(1000);
  expect(offset('thread.run.completed')).toBe(3000);
  expect(offset('thread.message.delta')).toBeUndefined();
  expect(offset('thread.run.queued')).toBeUndefined();
});

test('the summary of a tool call contains its name and its arguments as received', () => {
  const deltas = round.filter(({ event }) => event === 'thread.run.step.delta');
  expect(deltas.map(summarizeEvent).join('')).toBe('roll_dice{"sides":20}');
  expect(round.slice(-1).map(summarizeEvent)).toEqual(['roll_dice']);
});

test('the summary of an error is its message in either nesting, and an unknown event has an empty summary', () => {
  const body = { message: 'Overloaded.', type: 'server_error', param: null, code: null };
  expect(summarizeEvent({ event: 'error', data: { error: body } })).toBe('Overloaded.');
  expect(summarizeEvent({ event: 'error', data: body })).toBe('Overloaded.');
  const unknown = { event: 'thread.run.thought', data: { id: 'x' } } as unknown as StreamEvent;
  expect(summarizeEvent(unknown)).toBe('');
  expect(eventTime(unknown)).toBeUndefined();
});

test('the text of reasoning summarizes its deltas', () => {
  const details = { type: 'reasoning', reasoning: { text: 'First the city.' } } as const;
  const data = { id: 'step_1', object: 'thread.run.step.delta', delta: { step_details: details } } as const;
  expect(summarizeEvent({ event: 'thread.run.step.delta', data })).toBe('First the city.');
});

import type { MessageObject, ThreadSnapshot, TimelineMessage } from '@threadkit/core';
import { aMessage, aRun, aToolStep } from '@threadkit/core/testing';
import { describe, expect, it } from 'vitest';
import { changedTopics } from './changed-topics.ts';
import { mergeState, type ViewInputs } from './merge-state.ts';
import { createMessageIndexer } from './message-index.ts';

const toTimelineMessage = (message: MessageObject): TimelineMessage => ({
  key: message.id,
  id: message.id,
  role: message.role,
  phase: 'live',
  message,
  runId: message.run_id,
});

const writes = (value: string): TimelineMessage =>
  toTimelineMessage(aMessage(value, { id: 'msg_live', status: 'in_progress' }));

const run = aRun({ id: 'run_1', status: 'in_progress' });
const toIndex = createMessageIndexer({ getMessageKey: (id) => id });
const history = Array.from({ length: 100 }, (_, index) =>
  aMessage('said', { id: `msg_${index}`, run_id: null }),
);
const page = { object: 'list', first_id: null, last_id: null, has_more: false } as const;
const pages = { pages: [{ ...page, data: history.toReversed() }], pageParams: [undefined] };
const index = toIndex(pages);

const snapshot: ThreadSnapshot = {
  threadId: 'thread_1',
  status: 'in_progress',
  run,
  localMessages: [writes('Hel')],
  steps: [],
  toolCalls: [],
  queue: [],
  connection: { state: 'live', attempt: 0, lastReceivedAt: undefined },
  error: null,
};
const inputs: ViewInputs = {
  snapshot,
  index,
  listedRuns: undefined,
  isLoading: false,
  loadError: null,
  hasOlder: false,
  olderError: null,
  isLoadingOlder: false,
};
const withSnapshot = (patch: Partial<ThreadSnapshot>): ViewInputs => ({
  ...inputs,
  snapshot: { ...snapshot, ...patch },
});

describe('changedTopics', () => {
  const before = mergeState(undefined, inputs);

  it('changedTopics returns one message for a delta, however long the thread is', () => {
    const after = mergeState(before, withSnapshot({ localMessages: [writes('Hello')] }));
    expect(changedTopics(before, after)).toEqual(new Set(['message:msg_live']));
  });

  it('changedTopics is empty when only the connection or the queue changed', () => {
    const after = mergeState(before, withSnapshot({ queue: [{ key: 'q', input: 'next' }] }));
    expect(changedTopics(before, after)).toEqual(new Set());
  });

  it('changedTopics includes the run when one of its messages is added or removed', () => {
    const second = toTimelineMessage(aMessage('', { id: 'msg_2nd', status: 'in_progress' }));
    const after = mergeState(before, withSnapshot({ localMessages: [...snapshot.localMessages, second] }));
    expect(changedTopics(before, after)).toEqual(new Set(['message:msg_2nd', 'run:run_1']));
    expect(changedTopics(after, before)).toEqual(new Set(['message:msg_2nd', 'run:run_1']));
  });

  it('changedTopics returns the run when its status, steps or calls change', () => {
    const ended = mergeState(before, withSnapshot({ run: { ...run, status: 'completed' } }));
    const stepped = mergeState(before, withSnapshot({ steps: [aToolStep([])] }));
    expect(changedTopics(before, ended)).toEqual(new Set(['run:run_1']));
    expect(changedTopics(before, stepped)).toEqual(new Set(['run:run_1']));
  });

  it('changedTopics returns all when the cache changed', () => {
    const other = toIndex({ pages: [{ ...page, data: history.slice(1) }], pageParams: [undefined] });
    expect(changedTopics(before, mergeState(before, { ...inputs, index: other }))).toBe('all');
  });
});

describe('mergeState', () => {
  it('mergeState keeps the rows and does not merge the messages for a delta', () => {
    const before = mergeState(undefined, inputs);
    const after = mergeState(before, withSnapshot({ localMessages: [writes('Hello')] }));
    expect(after.rows).toBe(before.rows);
    expect(after.messages.at(-1)).toBe(after.shown[0]);
    expect(after.messages).toHaveLength(101);
  });

  it('mergeState keeps the reference of unchanged messages', () => {
    const before = mergeState(undefined, inputs);
    const after = mergeState(before, withSnapshot({ run: { ...run, status: 'completed' } }));
    expect(after.messages).toBe(before.messages);
  });

  it('mergeState adds the row of a run that has just started', () => {
    const before = mergeState(undefined, withSnapshot({ run: undefined, localMessages: [] }));
    const after = mergeState(before, inputs);
    expect(after.rows).toHaveLength(before.rows.length + 1);
    expect(after.rows.at(-1)).toEqual({ kind: 'run', key: 'run_1', runId: 'run_1' });
  });
});
